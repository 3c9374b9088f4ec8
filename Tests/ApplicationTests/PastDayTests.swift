import GuvenceCore
import GuvenceRegister
import GuvenceRules
import Testing

@testable import GuvenceApplication

/// The page of a past day says what the page said at that day's end.
@Suite struct PastDayTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func everySectionOfAPastDayIsWhatWasShownThen(seed: UInt64) throws {
    let walk = try PastDayWalk(seed: seed)
    let reader = try walk.town.person(.boardMember, in: walk.town.root)
    var days: [(day: Day, shown: [String: AnyHashable])] = []
    for _ in 0..<6 {
      try walk.spendDay(80)
      days.append((walk.app.today, try PastDayTests.pages(walk, reader, asOf: nil)))
      walk.sleep()
    }
    let now = try PastDayTests.pages(walk, reader, asOf: nil)
    #expect(days.dropLast().allSatisfy { $0.shown != now }, "nothing changed")
    for (day, shown) in days {
      let then = try PastDayTests.pages(walk, reader, asOf: day)
      #expect(Set(then.keys) == Set(shown.keys), "\(day)")
      for (section, value) in shown where then[section] != value {
        Issue.record(
          "\(day) \(section): \(PastDayTests.difference("\(value)", then[section].map { "\($0)" } ?? ""))")
      }
    }
    let idle = PastDayWalk.acts.map(\.name).filter { (walk.done[$0] ?? 0) == 0 }
    #expect(idle.count <= 6, "acts that were never done: \(idle)")
    #expect(try walk.app.verifyJournal(expectedHead: nil).isIntact)
  }

  /// The two texts from a little before where they part.
  private static func difference(_ shown: String, _ then: String) -> String {
    let same = max(0, zip(shown, then).prefix { $0 == $1 }.count - 80)
    return "was …\(shown.dropFirst(same).prefix(300))\nsays …\(then.dropFirst(same).prefix(300))"
  }

  /// Everything that the pages of risks, indicators and events say to a reader, by section.
  private static func pages(_ walk: PastDayWalk, _ reader: Actor, asOf: Day?) throws -> [String: AnyHashable] {
    var all: [String: AnyHashable] = [:]
    for reference in walk.references {
      let sections = try risk(reference, walk.app, reader, asOf).merging(parts(reference, walk.app, reader, asOf)) {
        $1
      }
      for (name, value) in sections { all["\(reference) \(name)"] = value }
    }
    for code in walk.indicators { all[code] = try indicator(code, walk.app, reader, asOf) }
    for code in walk.events {
      guard let page = try known({ try walk.app.event(code, asOf: asOf, by: reader) }) else { continue }
      all[code] = [page.line, page.unitPath, page.risks, page.lessons] as [AnyHashable]
    }
    return all
  }

  /// The page, or nothing where the thing was not there yet.
  private static func known<Page>(_ page: () throws -> Page) throws -> Page? {
    do { return try page() } catch let problem as Problem where problem.kind == .notFound { return nil }
  }

  private static func indicator(_ code: String, _ app: App, _ reader: Actor, _ asOf: Day?) throws -> AnyHashable {
    let page = try app.indicator(code, asOf: asOf, by: reader)
    return [page.line, page.unitPath, page.readings, page.reasons.map { "\($0)" }, page.risks] as [AnyHashable]
  }

  private static func risk(
    _ reference: String, _ app: App, _ reader: Actor, _ asOf: Day?
  ) throws -> [String: AnyHashable] {
    let page = try app.risk(reference, by: reader, asOf: asOf)
    let parts = page.identification
    return [
      "details": page.row.risk, "row": page.row, "path": page.unitPath,
      "reasons": (page.inherentReasons + page.residualReasons).map { "\($0)" },
      "methodology": page.methodology.id, "history": page.history, "findings": page.findings,
      "appetite": page.appetite.map { [$0.standing, $0.candidates, $0.cases] as [AnyHashable] } ?? [],
      "remarks": parts.remarks, "shares": parts.shares, "relations": parts.relations,
      "origin": parts.origin.map { "\($0)" } ?? "", "reviewOn": page.reviewOn,
    ]
  }

  private static func parts(
    _ reference: String, _ app: App, _ reader: Actor, _ asOf: Day?
  ) throws -> [String: AnyHashable] {
    let controls = try app.controls(ofRisk: reference, asOf: asOf, by: reader)
    let oversight = try app.oversight(ofRisk: reference, asOf: asOf, by: reader)
    let events = try app.events(ofRisk: reference, asOf: asOf, by: reader)
    return [
      "controls": [controls.lines, controls.method, controls.choice, controls.chosen, controls.written]
        as [AnyHashable],
      "suggestion": "\(controls.suggestion?.text ?? "") \(controls.score?.level.id ?? "")",
      "actions": try app.actions(ofRisk: reference, asOf: asOf, by: reader).lines,
      "indicators": try app.indicators(ofRisk: reference, asOf: asOf, by: reader), "events": events.lines,
      "frequency": events.frequency, "losses": events.total,
      "evidence": try app.evidence(of: EvidenceTarget(.risk, reference), asOf: asOf, by: reader).files,
      "votes": try app.votes(ofRisk: reference, by: reader, asOf: asOf),
      "estimate": try app.estimate(ofRisk: reference, asOf: asOf, by: reader).history,
      "review": [oversight.reviewOn, oversight.override] as [AnyHashable],
      "escalations": oversight.escalations.map { [$0.line, $0.reasons.map { "\($0)" }] as [AnyHashable] },
    ]
  }
}
