import Foundation
import GuvenceApplication
import GuvenceCore
import GuvenceRegister
import Testing

@testable import GuvenceWeb

@Suite("Pages of estimates and simulations", .serialized)
struct SimulationPageTests {
  let site: Site

  init() throws {
    site = try Site()
    try site.setUp()
  }

  private let fields = [
    ("frequencyKind", "poisson"), ("frequency", "0,5"), ("lossKind", "pert"), ("minimum", "1.000"), ("mode", "4.000"),
    ("maximum", "90.000"), ("rationale", "Kayıt <b>defteri</b>"), ("version", "0"),
  ]

  @Test func portfolioShowsEstimatesRunsAndTheirCaution() {
    let page = site.get("/simulations")
    #expect(page.status == 200 && page.text.contains("idarenin kendi çalışanlarının tahminidir"))
    #expect(page.text.contains("Örnek çalıştırma") && page.text.contains("Çalıştır"))
    #expect(site.get("/simulations?unit=MH").status == 200)
    #expect(site.get("/simulations/comparison").status == 200)
  }

  @Test func aRunIsShownWithCurveErrorsAndTable() throws {
    let page = site.get("/simulations/1")
    #expect(page.status == 200 && page.text.contains("<svg") && page.text.contains("Kayıp aşım eğrisi"))
    #expect(page.text.contains("%95 güven aralığı") && page.text.contains("TVaR") && !page.text.contains(" style="))
    #expect(page.text.contains("idarenin kendi çalışanlarının tahminidir"))
    #expect(site.get("/simulations/1?scale=log").text.contains("Doğrusal ölçek"))
    #expect(site.get("/simulations/1/curve.csv").text.contains("Aşılma olasılığı"))
    #expect(site.get("/simulations/1/curve.xlsx").status == 200 && site.get("/simulations/99").status == 404)
    let replay = try site.post("/simulations/1/replays", [])
    #expect(replay.header("Location") == "/simulations/1?done=replayed-same")
  }

  @Test func anEstimateIsGivenShownAndTakenBack() throws {
    let refused = try site.post("/simulations/risks/MH.RA.0001", fields.map { $0.0 == "mode" ? ("mode", "5") : $0 })
    #expect(refused.status == 422 && refused.text.contains("href=\"#f-mode\""))
    #expect(refused.text.contains("Kayıt &lt;b&gt;defteri&lt;/b&gt;"))
    #expect(try site.post("/simulations/risks/MH.RA.0001", fields).status == 303)
    let risk = site.get("/risks/MH.RA.0001")
    #expect(risk.text.contains("yılda ortalama 0,5 olay") && risk.text.contains("Kayıt &lt;b&gt;defteri&lt;/b&gt;"))
    #expect(try site.post("/simulations/risks/MH.RA.0001", fields).status == 409)
    #expect(!site.get("/risks/MH.RA.0001?as-of=2020-01-01").text.contains("yılda ortalama 0,5 olay"))
    #expect(site.get("/simulations/risks/MH.RA.0001/withdrawal").status == 200)
    let cleared = try site.post("/simulations/risks/MH.RA.0001/withdrawal", [("reason", "Bitti"), ("version", "1")])
    #expect(cleared.status == 303 && site.get("/risks/MH.RA.0001").text.contains("geri alındı"))
  }

  @Test func aSimulationAndAComparisonAreRun() throws {
    let refused = try site.post("/simulations", [("trials", "5")])
    #expect(refused.status == 422 && refused.text.contains("href=\"#f-trials\""))
    #expect(try site.post("/simulations", [("trials", "2.000"), ("seed", "3")]).status == 303)
    #expect(site.get("/simulations/2").text.contains("2.000"))
    #expect(try site.post("/simulations/comparison", [("trials", "2000")]).status == 422)
    let line = try #require(try app(site).first)
    let answer = try site.post(
      "/simulations/comparison",
      [("trials", "2000"), ("loss-" + line, "10"), ("yearlyCost", "5.000"), ("action", "E-1 <i>")])
    #expect(answer.status == 303)
    let page = site.get("/simulations/3").text
    #expect(page.contains("Eylemden sonra") && page.contains("E-1 &lt;i&gt;") && page.contains("Maliyet düşülünce"))
  }

  private func app(_ site: Site) throws -> [String] {
    try site.app.portfolio(by: .machineOperator).lines.map(\.reference)
  }
}
