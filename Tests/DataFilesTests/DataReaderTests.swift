import Foundation
import GuvenceCore
import GuvenceDataFiles
import Testing

private enum Shade: String, CaseIterable { case green = "yeşil", yellow = "sarı", red = "kırmızı" }

@Suite struct DataReaderTests {
  @Test func readsEveryType() {
    let reader = DataReader()
    let text = """
      ad: {tr: Orta, en: Medium}
      sayı: -12
      oran: 0.40
      açık: true
      gün: 2026-01-15
      renk: sarı
      liste: [1, 2, 3]
      boş:
      """
    let done: Bool? = reader.text(text, file: "a.yaml") { root in
      reader.object(root) { object in
        #expect(object.localized("ad") == Localized("Orta", "Medium"))
        #expect(object.int("sayı") == -12)
        #expect(object.decimal("oran") == Decimal(4) / 10)
        #expect(object.flag("açık") == true)
        #expect(object.day("gün") == Day(2026, 1, 15))
        #expect(object.choice("renk", as: Shade.self) == .yellow)
        #expect(object.list("liste") { reader.int($0) } == [1, 2, 3])
        #expect(object.optionalText("boş") == nil)
        #expect(object.optionalInt("yok") == nil)
        #expect(object.optionalList("yok2") { reader.int($0) } == [])
        return true
      }
    }
    #expect(done == true)
    #expect(reader.diagnostics.isEmpty)
  }

  @Test func collectsAllErrorsOfAFile() {
    let source = Marked(
      """
      ①ad: {②trr: Orta}
      sayı: ③on
      oran: ④0,40
      açık: ⑤yes
      gün: ⑥31.12.2026
      renk: ⑦sari
      liste: [1, ⑧'2', ⑨99]
      """)
    let reader = DataReader()
    _ = reader.text(source.text, file: "a.yaml") { root in
      reader.object(root) { object -> Bool? in
        _ = object.localized("ad")
        _ = object.int("sayı")
        _ = object.decimal("oran")
        _ = object.flag("açık")
        _ = object.day("gün")
        _ = object.choice("renk", as: Shade.self)
        _ = object.list("liste") { reader.int($0, in: 1...9) }
        _ = object.text("eksik")
        return nil
      }
    }
    #expect(
      reader.diagnostics.map(\.summary) == [
        "1:5 missing-key", source.at("②", "unknown-key"), source.at("③", "wrong-type"), source.at("④", "wrong-type"),
        source.at("⑤", "wrong-type"), source.at("⑥", "wrong-type"), source.at("⑦", "not-allowed"),
        source.at("⑧", "wrong-type"), source.at("⑨", "out-of-range"), source.at("①", "missing-key"),
      ])
    #expect(reader.diagnostics[1].remedy.hasPrefix("did you mean tr?"))
    #expect(reader.diagnostics[6].remedy == "did you mean sarı? allowed: yeşil, sarı, kırmızı")
  }

  @Test(arguments: ["", "-", "1.", ".5", "1e3", "+1", "1 0", "0x10", "1.2.3", "NaN", "12345678901234567890", "٣"])
  func decimalsThatAreNone(text: String) { #expect(DataReader.decimal(text) == nil) }

  @Test(arguments: [("20.01", 2001, -2), ("-0.5", -5, -1), ("100", 100, 0), ("33.33", 3333, -2)])
  func decimalsAreExact(text: String, mantissa: Int, exponent: Int) {
    let magnitude = Decimal(sign: .plus, exponent: exponent, significand: Decimal(abs(mantissa)))
    #expect(DataReader.decimal(text) == (mantissa < 0 ? -magnitude : magnitude))
  }

  @Test func wrongShapes() {
    let reader = DataReader()
    _ = reader.text("[a]", file: "a") { reader.object($0) { _ in true } }
    _ = reader.text("a: b", file: "a") { reader.list($0) { reader.text($0) } }
    _ = reader.text("[[a]]", file: "a") { reader.list($0) { reader.text($0) } }
    #expect(reader.diagnostics.map(\.summary) == ["1:1 wrong-type", "1:1 wrong-type", "1:2 wrong-type"])
  }
}
