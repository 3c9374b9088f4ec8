import Testing

@testable import GuvenceProcesses

@Suite struct TextMetricsTests {
  /// Advance widths of DejaVu Sans, in thousandths of the size.
  @Test(arguments: [("A", 684), ("i", 278), ("ı", 278), ("İ", 295), ("ş", 521), ("Ğ", 775), (" ", 318), ("…", 1000)])
  func widths(text: String, thousandths: Int) { #expect(TextMetrics.thousandths(text) == thousandths) }

  @Test func linesKeepTheirWidth() {
    let name = "Piyasa fiyat araştırma tutanağının düzenlenmesi"
    let lines = TextMetrics.wrap(name, width: 110, size: 11)
    #expect(lines.joined(separator: " ") == name)
    for line in lines { #expect(TextMetrics.width(line, size: 11) <= 110) }
  }

  @Test func longWordsAreCut() {
    let lines = TextMetrics.wrap(
      "Muvaffakiyetsizleştiricileştiriveremeyebileceklerimizdenmişsiniz", width: 90, size: 11)
    #expect(lines.count > 3)
    for line in lines { #expect(TextMetrics.width(line, size: 11) <= 90) }
  }

  @Test func dropsWhatDoesNotFit() {
    let lines = TextMetrics.wrap("bir iki üç dört beş altı yedi sekiz dokuz on", width: 40, size: 11, limit: 2)
    #expect(lines.count == 2)
    #expect(lines[1].hasSuffix("…"))
  }
}
