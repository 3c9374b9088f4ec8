import GuvenceCore

extension JSON {
  /// A finding with its place in full; `sheet` and `cell` are empty outside workbooks.
  static func finding(_ finding: Diagnostic, _ language: Language = .turkish) -> JSON {
    var (sheet, cell) = ("", "")
    if case .cell(_, let name, let address) = finding.place { (sheet, cell) = (name, address) }
    return .members([
      "severity": .text(finding.severity.rawValue), "code": .text(finding.code), "place": .text(finding.placeText),
      "sheet": .text(sheet), "cell": .text(cell), "message": .text(finding.text(language)),
      "remedy": .text(finding.advice(language)),
    ])
  }
}
