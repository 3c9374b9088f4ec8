import GuvenceApplication
import GuvenceCore
import GuvenceRegister
import GuvenceRules
import Testing

@testable import GuvenceMarkup
@testable import GuvenceWeb

@Suite("Parts of pages")
struct PageTests {
  static func level(_ colour: String) -> Level {
    Level(
      id: "high", rank: 4, name: Localized("Yüksek", "High"), background: colour, foreground: "#2A1600", shape: "◕",
      reaction: Localized("", ""), reviewMonths: 3, citation: Citation(source: "x", checkedOn: nil, isVerified: false))
  }

  @Test func coloursOfLevelsAreTakenOnlyAsSixDigits() {
    #expect(Palette.className(Self.level("#F59E42")) == "lv lv-F59E42-2A1600")
    #expect(Palette.className(Self.level("red;}body{display:none")) == "lv")
    #expect(Palette.className(Self.level("#12345")) == "lv")
  }

  @Test(arguments: [(0, "0"), (999, "999"), (1000, "1.000"), (1_234_567, "1.234.567"), (-4321, "-4.321")])
  func countsInTurkish(_ value: Int, _ text: String) { #expect(Figures.count(value, .turkish) == text) }

  @Test func distances() throws {
    let today = try #require(Day(2026, 12, 28))
    #expect(Figures.distance(today.adding(days: 3), from: today, .turkish) == "3 gün kaldı")
    #expect(Figures.distance(today.adding(days: -1), from: today, .english) == "1 day overdue")
    #expect(Figures.distance(today, from: today, .turkish) == "bugün")
  }

  @Test func percentsRoundHalvesUp() {
    #expect(Figures.percent(1, of: 8, .turkish) == "%13")
    #expect(Figures.percent(0, of: 0, .english) == "0%")
  }

  @Test func formOfAnImportKeepsItsOptions() {
    var options = ImportOptions()
    options.methodologyID = "10x10"
    options.excludedSheets = ["Yönerge", "A&B"]
    options.unitChoices = ["mali hizmetler": "MH"]
    options.columns = ["Etki": "impact"]
    options.createsUnits = false
    var values = Values()
    for pair in pairs(in: ImportForm.hidden(options).markup) { values.add(pair.0, pair.1) }
    #expect(ImportForm.read(values) == options)
  }

  private func pairs(in markup: String) -> [(String, String)] {
    markup.split(separator: "<input").map { tag in
      func attribute(_ name: String) -> String {
        guard let start = tag.firstRange(of: "\(name)=\"") else { return "" }
        return String(tag[start.upperBound...].prefix { $0 != "\"" }).replacing("&amp;", with: "&")
      }
      return (attribute("name"), attribute("value"))
    }
  }

  @Test func queryTextIsReadTolerantly() {
    let values = Values(query: "a=1&b=%C4%B0%C5%9F&c=%ff&d=x+y&e&=&f=%00")
    #expect(values["b"] == "İş")
    #expect(values["c"] == nil)
    #expect(values["d"] == "x y")
    #expect(values["f"] == nil)
  }
}
