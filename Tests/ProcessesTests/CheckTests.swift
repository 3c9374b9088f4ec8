import GuvenceCore
import Testing

@testable import GuvenceProcesses

@Suite struct CheckTests {
  static let checks: WorkflowChecks? = (try? DataLocator.locate()).flatMap { try? WorkflowChecks.load(dataFolder: $0) }
  static let ids = WorkflowChecks.functions.keys.sorted()

  private func rule(_ id: String) throws -> (checks: WorkflowChecks, rule: WorkflowCheck) {
    let checks = try #require(CheckTests.checks)
    return (checks, try #require(checks.rules.first { $0.id == id }))
  }

  /// A financial process with an input, a statutory time, an owner and a basis, around an example of the rule file.
  private func process(_ outline: String, hasCard: Bool) throws -> WorkProcess {
    if outline.hasPrefix("<") {
      let chart = try #require(BPMNFile(Array(outline.utf8), name: "x").chart()).chart
      return WorkProcess(card: ProcessCard(code: "X-01", name: .init("Deneme", "Trial")), chart: chart)
    }
    let (read, diagnostics) = OutlineReader.read(outline, file: "x")
    #expect(diagnostics.isEmpty, "\(outline)")
    var card = read.card
    if hasCard { (card.unit, card.owner, card.legalBasis) = ("Birim", "Müdür", ["Kanun"]) }
    card.inputs = ["Dilekçe"]
    card.isFinancial = true
    let parameter = Parameter(id: "t", name: Localized("Süre", "Time"), unit: .time(.day), values: [])
    return WorkProcess(card: card, chart: read.chart, parameters: [parameter])
  }

  private var context: CheckContext {
    var context = CheckContext()
    context.calls = ["X-01": [], "Y-01": [], "Z-98": ["X-01"]]
    context.roles = ["Masa", "Müdür", "Şef"]
    return context
  }

  /// Each check is silent on its correct example and speaks on its incorrect one.
  @Test(arguments: ids.filter { $0 != "D3" }) func examplesHold(id: String) throws {
    let (checks, rule) = try rule(id)
    let hasCard = id != "B4"
    func findings(_ example: String) throws -> [ChartFinding] {
      var context = context
      if let file = try? BPMNFile(Array(example.utf8), name: "x") {
        (context.foreign, context.connectors) = (file.foreign(), file.connectors())
      }
      return checks.findings(try process(example, hasCard: hasCard), context).filter { $0.rule == id }
    }
    let (correct, incorrect) = (try findings(rule.correct), try findings(rule.incorrect))
    #expect(correct.isEmpty, "\(correct.map(\.text.turkish))")
    #expect(incorrect.isEmpty == false)
    for finding in incorrect { #expect(!finding.text.turkish.isEmpty && !finding.text.english.isEmpty) }
  }

  @Test func reviewFallsDue() throws {
    let (checks, rule) = try rule("D3")
    var context = context
    context.approvedOn = Day(2025, 3, 1)
    context.today = Day(2026, 3, 1)
    let process = try process(rule.correct, hasCard: true)
    #expect(!checks.findings(process, context).contains { $0.rule == "D3" })
    context.today = Day(2026, 3, 2)
    #expect(checks.findings(process, context).contains { $0.rule == "D3" })
  }

  @Test func thereAreThirtyOneRules() throws {
    let counts = Dictionary(grouping: try #require(CheckTests.checks).rules) { $0.id.prefix(1) }.mapValues(\.count)
    #expect(counts == ["A": 16, "B": 7, "C": 5, "D": 3])
    #expect(Shipped.processes.count == 20)
  }

  @Test func cyclesOfSubprocesses() throws {
    let (checks, _) = try rule("A15")
    let outline = "kod: X-01\nb) (başla) A @Masa\n1) (alt süreç Z-98) B @Masa\ns) (bitir) C @Masa"
    let found = checks.findings(try process(outline, hasCard: true), context).filter { $0.rule == "A15" }
    #expect(found.map(\.step) == ["1"])
  }

  @Test(arguments: Shipped.processes) func shippedProcessesHaveNoErrors(process: WorkProcess) throws {
    let checks = try #require(CheckTests.checks)
    let errors = checks.findings(process, CheckContext(processes: Shipped.processes)).filter { $0.level == .error }
    #expect(errors.isEmpty, "\(errors.map { "\($0.rule) \($0.text.turkish)" })")
  }

  /// Whatever is taken away from a shipped process, a check that fits says so.
  @Test(arguments: Shipped.processes) func everyMutantIsFound(process: WorkProcess) throws {
    let checks = try #require(CheckTests.checks)
    let known = CheckContext(processes: Shipped.processes)
    let before = Set(checks.findings(process, known))
    func expect(_ rules: Set<String>, _ what: String, _ change: (inout WorkProcess) -> Void) {
      var mutant = process
      change(&mutant)
      let new = Set(checks.findings(mutant, known)).subtracting(before).filter { $0.level == .error }
      #expect(new.contains { rules.contains($0.rule) }, "\(what): \(new.map(\.rule))")
    }
    for (at, flow) in process.chart.flows.enumerated() {
      expect(["A2", "A3", "A4", "A5", "A6"], "flow \(flow)") { $0.chart.flows.remove(at: at) }
      if !flow.label.isEmpty { expect(["A7"], "label \(flow)") { $0.chart.flows[at].label = "" } }
    }
    for lane in process.chart.lanes {
      expect(["B1"], "lane \(lane)") { mutant in
        mutant.chart.lanes.removeAll { $0 == lane }
        for at in mutant.chart.steps.indices where mutant.chart.steps[at].role == lane {
          mutant.chart.steps[at].role = nil
        }
      }
    }
    for at in process.chart.steps.indices {
      expect(["B1"], "role of \(at)") { $0.chart.steps[at].role = nil }
      expect(["A14"], "name of \(at)") { $0.chart.steps[at].name = "" }
    }
    expect(["B4"], "owner") { $0.card.owner = "" }
    expect(["B4"], "unit") { $0.card.unit = "" }
    expect(["B4"], "basis") { $0.card.legalBasis = [] }
    for at in process.chart.controls.indices {
      let risk = process.chart.controls[at].risk
      guard process.chart.controls.filter({ $0.risk == risk }).count == 1 else { continue }
      expect(["C1"], "control \(at)") { $0.chart.controls.remove(at: at) }
    }
  }
}
