extension ImportOptions {
  /// What a column of a file may feed: the field for `columns`, and the header under which our own export writes it.
  public static var fieldChoices: [(field: String, header: String)] {
    FormField.allCases.map { ($0.rawValue, $0.header) }
  }
}
