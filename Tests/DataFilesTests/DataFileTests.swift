import Foundation
import GuvenceCore
import GuvenceDataFiles
import Testing

@Suite struct DataFileTests {
  /// What the file is, with the mark ① where the finding belongs.
  static let refused: [(String, String)] = [
    ("a: ①&x 1", "anchor-not-allowed"),
    ("a: ①*x", "anchor-not-allowed"),
    ("a: ①!!str 1", "tag-not-allowed"),
    ("a: ①! x", "tag-not-allowed"),
    ("a: ①!ozel {b: 1}", "tag-not-allowed"),
    ("a: ①&k [1]", "anchor-not-allowed"),
    ("a: 1\nb: 2\n①a: 3", "duplicate-key"),
    ("şö: {x: 1, ①x: 2}", "duplicate-key"),
    ("a: 1\n①---\nb: 2", "multiple-documents"),
    ("①%YAML 1.1\n---\na: 1", "directive-not-allowed"),
    ("a:\n  b: c①: d", "bad-yaml"),
    ("a: 1\n①\tb: 2", "bad-yaml"),
    ("a: [1, 2\n①", "bad-yaml"),
    ("①", "empty-file"),
    ("①# yalnız açıklama", "empty-file"),
    ("? ①[1, 2]\n: x", "key-not-text"),
    ("ağ: ①\u{7}", "bad-yaml"),
  ]

  @Test(arguments: refused) func strictProfile(marked: String, code: String) {
    let source = Marked(marked)
    let (_, diagnostics) = DataFile.parse(source.text, file: "a.yaml")
    let expected = code == "empty-file" ? "1:1 empty-file" : source.at("①", code)
    #expect(diagnostics.map(\.summary) == [expected])
  }

  @Test func scalarsStayText() {
    let (node, diagnostics) = DataFile.parse(
      "{a: no, b: 1.10, c: 2026-01-05, d: '', e: ~, f: \"x\\ny\", g: 0o17}", file: "a.yaml")
    #expect(diagnostics.isEmpty)
    #expect(node?.entries?.map(\.value.text) == ["no", "1.10", "2026-01-05", "", "~", "x\ny", "0o17"])
    #expect(node?["d"]?.isEmpty == false)
  }

  @Test func everyNodeKnowsItsPlace() throws {
    let source = Marked("①ğüç: ②değer\n③liste:\n  - ④bir\n  - {⑤iki: ⑥üç}\n")
    let root = try #require(DataFile.parse(source.text, file: "x.yaml").node)
    let entries = try #require(root.entries)
    let items = try #require(entries[1].value.items)
    let inner = try #require(items[1].entries)
    let nodes = [entries[0].key, entries[0].value, entries[1].key, items[0], inner[0].key, inner[0].value]
    for (node, mark) in zip(nodes, "①②③④⑤⑥") {
      #expect(node.finding(code: "k", message: "").summary == source.at(mark, "k"))
    }
  }

  @Test func excerptAndCaret() {
    let (_, diagnostics) = DataFile.parse("a: 1\r\nb: &x 2\r\n", file: "dir/a.yaml")
    #expect(
      diagnostics.map(\.rendered) == [
        """
        dir/a.yaml:2:4: error: anchors (&) are not allowed [anchor-not-allowed]
          | b: &x 2
          |    ^
          = write the value out at each place it is used
        """
      ])
  }

  @Test func depthIsBounded() {
    let fits = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(DataFile.parse(fits, file: "a").diagnostics.isEmpty)
    let deep = String(repeating: "[", count: 100_000)
    #expect(DataFile.parse(deep, file: "a").diagnostics.map(\.summary) == ["1:65 too-deep"])
    #expect(DataFile.parse(deep, file: "a").node == nil)
  }

  @Test func sizeAndEncodingAreBounded() {
    let large = String(repeating: "# dolgu\n", count: 1 << 17) + "a: 1"
    #expect(DataFile.parse(large, file: "a").diagnostics.map(\.code) == ["file-too-large"])
    let latin5: [UInt8] = Array("a: 1\nşb: ".utf8) + [0xFE]
    #expect(DataFile.parse(latin5, file: "a").diagnostics.map(\.summary) == ["2:5 not-utf8"])
    #expect(DataFile.parse("a: \u{0}b", file: "a").diagnostics.map(\.code) == ["bad-yaml"])
  }

  @Test func loadsFromDisk() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "guvence-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "veri.yaml").path
    try Data("ad: İğne".utf8).write(to: URL(filePath: path))
    #expect(DataFile.load(path: path).node?["ad"]?.text == "İğne")
    #expect(DataFile.load(path: path + "x", name: "yok.yaml").diagnostics.map(\.placeText) == ["yok.yaml"])
    #expect(DataFile.load(path: folder.path).diagnostics.map(\.code) == ["unreadable-file"])
  }
}
