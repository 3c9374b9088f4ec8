extension WorkProcess {
  /// FNV-1a over the outline text, 16 hexadecimal digits: the same on every sheet, file and picture of one version, so
  /// that a print can be told from that of another version. Guards nothing.
  public var digest: String {
    let digits = String(SeededNumbers.seed(of: OutlineWriter.text(self)), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
