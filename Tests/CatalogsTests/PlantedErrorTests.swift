import GuvenceCatalogs
import GuvenceCore
import Testing

/// One wrong thing in one file: what is replaced, by what, where in the new text the finding points, and its code.
struct Planted: Sendable, CustomTestStringConvertible {
  let file, old, new, mark, finding: String
  init(_ file: String, _ old: String, _ new: String, at mark: String, _ finding: String) {
    (self.file, self.old, self.new, self.mark, self.finding) = (file, old, new, mark, finding)
  }
  var testDescription: String { "\(finding): \(new)" }
}

@Suite struct PlantedErrorTests {
  private static let control = "internal-control-standards/1-control-environment.yaml"
  private static let money = "directorate-risks/financial-services.yaml"

  static let errors = [
    Planted(control, "code: KOS 1.1", "code: KOS 5.1", at: "KOS", "error bad-standard-code"),
    Planted(control, "code: KOS 1.1", "code: kos1.1", at: "kos", "warning code-spelling"),
    Planted(control, "wording: ours", "wording: official", at: "official", "error not-allowed"),
    Planted(money, "category: financial", "category: finansal", at: "finansal", "error unknown-id"),
    Planted(money, "also: [compliance]", "also: [complianse]", at: "complianse", "error unknown-id"),
    Planted(money, "type: corporate", "type: corporatte", at: "corporatte", "error unknown-id"),
    Planted(money, "legal: [5393-61]", "legal: [5393-999]", at: "5393-999", "error unknown-id"),
    Planted(money, "likelihood: 3", "likelihood: 6", at: "6", "error out-of-range"),
    Planted(money, "impact: 4", "impact: 0", at: "0", "error out-of-range"),
    Planted(money, "likelihood: 3", "likelyhood: 3", at: "likelyhood", "error unknown-key"),
    Planted(money, "id: undue-payment", "id: debt-limit", at: "none", "error duplicate-id"),
    Planted(money, "code: MH", "code: M.H", at: "M.H", "error bad-unit-code"),
    Planted(money, "code: MH", "code: SKB", at: "none", "error duplicate-id"),
    Planted(money, "scores: illustrative", "scores: measured", at: "measured", "error not-allowed"),
    Planted(money, "dayanmaması nedeniyle", "dayanmaması yüzünden", at: "none", "warning statement-pattern"),
    Planted("risk-categories.yaml", "code: INT-FIN", "code: EXT-FIN", at: "EXT", "error bad-category-code"),
    Planted("risk-categories.yaml", "code: INT-FIN", "code: INT-OPR", at: "INT", "error duplicate-id"),
    Planted("risk-categories.yaml", "id: supplier", "id: Supplier", at: "Supplier", "error bad-id"),
    Planted("legal-references.yaml", "until: 2025-03-04", "until: 2025-03-05", at: "2025", "error overlapping-dates"),
    Planted("legal-references.yaml", "until: 2025-03-04", "until: 2025-03-01", at: "2025", "warning gap-in-dates"),
    Planted("legal-references.yaml", "until: 2021-04-21", "until: 2005-01-01", at: "2005", "error date-order"),
    Planted("legal-references.yaml", "    until: 2021-04-21\n", "", at: "", "error missing-until"),
    Planted("legal-references.yaml", "id: 5018-56", "id: 5018-55", at: "5018-55", "error duplicate-id"),
    Planted("legal-references.yaml", "subjects: [budget]", "subjects: [bugdet]", at: "bugdet", "error not-allowed"),
    Planted("legal-references.yaml", "effective: 2016-04-07", "effective: 07.04.2016", at: "07", "error wrong-type"),
    Planted("obligations.yaml", "basis: [5393-25]", "basis: [5393-26]", at: "5393-26", "error unknown-id"),
    Planted("obligations.yaml", "opens: 9, month: 10", "opens: 11, month: 10", at: "11", "error window-order"),
    Planted("obligations.yaml", "month: 9, day: 30", "month: 9, day: 31", at: "31", "error no-such-day"),
    Planted("obligations.yaml", "every: quarter, month: 1", "every: quarter, month: 4", at: "4", "error out-of-range"),
    Planted("obligations.yaml", "every: month", "every: mont", at: "mont", "error not-allowed"),
    Planted("obligations.yaml", "id: strategic-plan\n", "id: budget-call\n", at: "none", "error duplicate-id"),
    Planted("obligations.yaml", "verified: false", "verified: no", at: "no", "error wrong-type"),
  ]

  @Test(arguments: errors) func oneErrorIsFoundWhereItStands(planted: Planted) throws {
    let copy = try CatalogCopy()
    let pointsElsewhere = planted.mark == "none" || planted.mark.isEmpty
    let place = try copy.plant(planted.file, planted.old, planted.new, at: pointsElsewhere ? "" : planted.mark)
    let wanted = pointsElsewhere ? planted.finding : "\(place): \(planted.finding)"
    #expect(copy.findings.contains { pointsElsewhere ? $0.hasSuffix(wanted) : $0 == wanted }, "\(copy.findings)")
    #expect(Self.loads(copy) == planted.finding.hasPrefix("warning"))
  }

  @Test func allErrorsOfAllFilesComeInOnePass() throws {
    let copy = try CatalogCopy()
    let places = [
      try copy.plant(Self.control, "code: KOS 2.6", "code: KOS 26"),
      try copy.plant(Self.money, "likelihood: 3", "likelihood: three"),
      try copy.plant("legal-references.yaml", "kind: law", "kind: low"),
      try copy.plant("obligations.yaml", "every: year", "every: yaer"),
      try copy.plant("risk-categories.yaml", "origin: external", "origin: outside"),
    ]
    let findings = copy.findings
    for place in places {
      let line = place.split(separator: ":").dropLast().joined(separator: ":") + ":"
      #expect(findings.contains { $0.hasPrefix(line) }, "\(line) in \(findings)")
    }
  }

  @Test func aMissingConditionIsCounted() throws {
    let copy = try CatalogCopy()
    _ = try copy.plant(Self.control, "code: KOS 4.5", "code: KOS 4.4")
    #expect(copy.findings.contains { $0.hasSuffix("error code-out-of-sequence") })
    let other = try CatalogCopy()
    try other.cut("internal-control-standards/5-monitoring.yaml", from: "      - code: İS 18.2")
    #expect(other.findings.contains { $0.hasSuffix("error condition-count") })
    let third = try CatalogCopy()
    try third.cut("internal-control-standards/5-monitoring.yaml", from: "  - code: İS 18\n")
    #expect(third.findings.contains { $0.hasSuffix("error standard-count") })
  }

  @Test func aMissingFileIsReportedByName() throws {
    let copy = try CatalogCopy()
    try copy.remove("internal-control-standards/2-risk-assessment.yaml")
    try copy.remove("obligations.yaml")
    #expect(copy.findings.contains("catalogs/internal-control-standards: error missing-component"))
    #expect(copy.findings.contains("catalogs/obligations.yaml: error unreadable-file"))
    try copy.remove("directorate-risks")
    #expect(copy.findings.contains("catalogs/directorate-risks: error missing-folder"))
  }

  @Test func aFileThatCannotBeReadDoesNotBlameOthers() throws {
    let copy = try CatalogCopy()
    try copy.remove("risk-categories.yaml")
    #expect(copy.findings == ["catalogs/risk-categories.yaml: error unreadable-file"])
  }

  @Test func unknownIdsComeWithTheNearestOne() throws {
    let copy = try CatalogCopy()
    _ = try copy.plant(Self.money, "also: [compliance]", "also: [complianse]")
    let finding = Catalogs.check(dataFolder: copy.folder).first { $0.code == "unknown-id" }
    #expect(finding?.remedy == "did you mean compliance?")
    #expect(finding?.excerpt == "    also: [complianse]")
  }

  private static func loads(_ copy: CatalogCopy) -> Bool {
    do {
      _ = try Catalogs.load(dataFolder: copy.folder)
      return true
    } catch {
      return !error.hasErrors
    }
  }
}
