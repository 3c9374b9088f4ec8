import GuvenceCatalogs
import GuvenceCore
import Testing

@Suite struct LegalBasisTests {
  let legal: LegalReferences

  init() throws { legal = try Catalogs.load(dataFolder: DataLocator.locate()).legal }

  @Test(arguments: [
    ("2005-12-31", []), ("2006-01-01", ["internal-control-procedures-2005"]),
    ("2025-03-04", ["internal-control-procedures-2005"]), ("2025-03-05", ["internal-control-regulation-2025"]),
    ("2030-01-01", ["internal-control-regulation-2025"]),
  ])
  func internalControlChangedOnTheFifthOfMarch2025(iso: String, ids: [String]) throws {
    let day = try #require(Day(iso: iso))
    #expect(legal.legalBasis(on: day).map(\.id) == ids)
  }

  @Test(arguments: [
    (LegalSubject.exAnteControl, "2025-03-04", "internal-control-procedures-2005"),
    (.exAnteControl, "2025-03-05", "ex-ante-control-regulation-2025"),
    (.activityReport, "2021-04-21", "activity-reports-regulation-2006"),
    (.activityReport, "2021-04-22", "plans-and-reports-regulation-2021"),
    (.internalControlStandards, "2025-03-05", "internal-control-standards"),
  ])
  func otherSubjectsFollowTheirNorms(subject: LegalSubject, iso: String, id: String) throws {
    let day = try #require(Day(iso: iso))
    #expect(legal.legalBasis(for: subject, on: day).map(\.id) == [id])
  }

  @Test func referencesPrintAsCited() {
    #expect(legal.reference("5018-55")?.text == "5018 sayılı Kanun m.55")
    #expect(legal.reference("5393")?.text == "5393 sayılı Kanun")
    #expect(legal.reference("5018-999") == nil)
    let old = legal.reference("internal-control-procedures-2005")?.norm
    #expect(old?.citation.text.hasSuffix("RG 31.12.2005/26040 (3. mükerrer)") == true)
    #expect(old?.replacedBy.count == 2)
  }
}
