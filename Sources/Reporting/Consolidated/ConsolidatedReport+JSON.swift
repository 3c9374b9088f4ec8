import GuvenceCore
import GuvenceRegister
import GuvenceRules

extension ConsolidatedReport {
  /// The report's values as JSON: keys in a fixed order, days as `YYYY-MM-DD`, unknown values as `null`.
  public func json() -> String {
    JSONText.object([
      "administration": .text(snapshot.administration), "sample": .flag(snapshot.isSample),
      "period": .text(snapshot.period.description), "unit": .text(snapshot.unitName), "asOf": .day(snapshot.asOf),
      "takenAt": .text(snapshot.takenAt.description), "takenBy": .text(snapshot.takenBy),
      "journalHead": .text(snapshot.journalHead), "methodology": methodologyJSON,
      "summary": .list(summary.map { .localized($0) }), "totals": totalsJSON,
      "levels": .list(levels.map(ReportJSON.level)),
      "heatMaps": .object(["inherent": ReportJSON.map(inherentMap), "residual": ReportJSON.map(residualMap)]),
      "units": .list(units.map(ReportJSON.unit)), "lists": listsJSON,
      "risks": .list(snapshot.entries.map { ReportJSON.risk($0) }),
    ]).written() + "\n"
  }

  private var methodologyJSON: JSONText {
    let methodology = snapshot.methodology
    return .object([
      "id": .text(methodology.id), "name": .localized(methodology.name), "effective": .day(methodology.effective),
      "source": .text(methodology.citation.text), "verified": .flag(methodology.citation.isVerified),
    ])
  }

  private var totalsJSON: JSONText {
    .object([
      "open": .number(active.count), "assessed": .number(assessed.count), "notAssessed": .number(notAssessed.count),
      "otherMethodology": .number(otherMethodology.count), "aboveAppetite": .number(aboveAppetite.count),
      "keyRisks": .number(keyRisks.count), "new": .number(new.count), "closed": .number(closed.count),
      "risen": .number(risen.count), "fallen": .number(fallen.count), "reviewOverdue": .number(reviewOverdue.count),
      "opportunities": .number(opportunities.count),
    ])
  }

  private var listsJSON: JSONText {
    .object([
      "ranked": ReportJSON.references(ranked), "aboveAppetite": ReportJSON.references(aboveAppetite),
      "keyRisks": ReportJSON.references(keyRisks), "new": ReportJSON.references(new),
      "closed": ReportJSON.references(closed), "risen": ReportJSON.references(risen),
      "fallen": ReportJSON.references(fallen), "reviewOverdue": ReportJSON.references(reviewOverdue),
      "notAssessed": ReportJSON.references(notAssessed), "otherMethodology": ReportJSON.references(otherMethodology),
    ])
  }
}

/// Parts of the report's JSON.
private enum ReportJSON {
  static func references(_ entries: [RegisterSnapshot.Entry]) -> JSONText {
    .list(entries.map { .text($0.risk.reference) })
  }

  static func level(_ count: LevelCount) -> JSONText {
    .object([
      "id": .text(count.level.id), "name": .localized(count.level.name), "inherent": .number(count.inherent),
      "residual": .number(count.residual), "effective": .number(count.effective),
    ])
  }

  /// Only cells that hold risks.
  static func map(_ map: HeatMap) -> JSONText {
    let cells = map.rows.joined().filter { $0.count > 0 }.map { cell in
      JSONText.object([
        "likelihood": .number(cell.likelihood), "impact": .number(cell.impact), "level": .text(cell.level?.id),
        "count": .number(cell.count), "references": .list(cell.references.map { .text($0) }),
      ])
    }
    return .object(["counted": .number(map.counted), "cells": .list(cells)])
  }

  static func unit(_ unit: UnitSummary) -> JSONText {
    .object([
      "code": .text(unit.code), "name": .text(unit.name), "open": .number(unit.count),
      "notAssessed": .number(unit.notAssessed), "aboveAppetite": .number(unit.aboveAppetite),
      "highest": .text(unit.highest?.risk.reference), "levels": .list(unit.levels.map(level)),
    ])
  }

  static func risk(_ entry: RegisterSnapshot.Entry) -> JSONText {
    .object([
      "reference": .text(entry.risk.reference), "unit": .text(entry.unitCode),
      "statement": .text(entry.risk.details.statement), "new": .flag(entry.isNew), "closed": .flag(entry.isClosed),
      "change": .text(entry.change?.rawValue), "methodology": .text(entry.current?.methodologyID),
      "inherent": pair(entry.current?.inherent), "residual": pair(entry.current?.residual),
      "previous": pair(entry.previous?.effective), "verdict": .text(entry.current?.verdict.rawValue),
      "nextReview": .day(entry.reviewOn), "owner": .text(entry.risk.details.owner),
    ])
  }

  private static func pair(_ pair: JudgedPair?) -> JSONText {
    guard let pair else { return .null }
    return .object([
      "likelihood": .number(pair.likelihood), "impact": .number(pair.impact), "score": .number(pair.score),
      "level": .text(pair.levelID),
    ])
  }
}
