import GuvenceCore
import GuvenceDataFiles

extension CatalogReading {
  /// `catalogs/obligations.yaml`.
  func obligations() -> [Obligation]? {
    file("obligations.yaml") { object in
      let citation = citation(object)
      let obligations = object.objects("obligations") { obligation($0, within: citation) }
      return citation == nil ? nil : obligations
    }
  }

  private func obligation(_ object: ObjectReader, within file: Citation?) -> Obligation? {
    let id = newID(object, kind: .obligation)
    let (title, who, note) = (object.localized("title"), object.localized("who"), object.optionalLocalized("note"))
    let recurrence = object.object("when", recurrence)
    let timing = object.choice("timing", as: Obligation.Timing.self)
    let scope = object.optionalObject("applies_to") { scope in
      let all = scope.optionalFlag("all_provinces_and_districts")
      return scope.int("population_over", in: 0...100_000_000).map { (population: $0, includesAll: all ?? false) }
    }
    let basis = object.list("basis") { use(.legalReference, $0) }
    let citation = citation(object, within: file)
    guard let id, let title, let who, let recurrence, let timing, let basis else { return nil }
    return Obligation(
      id: id, title: title, who: who, recurrence: recurrence, timing: timing, populationOver: scope?.population,
      includesAllProvincesAndDistricts: scope?.includesAll ?? false, basis: basis, note: note, citation: citation)
  }

  private func recurrence(_ object: ObjectReader) -> Recurrence? {
    let every = object.choice("every", as: Recurrence.Span.self)
    let months = 1...(every?.months ?? 12)
    let month = every == .month ? 1 : object.int("month", in: months)
    let opens = every == .month ? nil : object.optionalInt("opens", in: months)
    let firstYear = every == .fiveYears ? object.int("first_year", in: 1900...9999) : nil
    let isLast = object.required("day")?.text == "last"
    let day = isLast ? nil : object.optionalInt("day", in: 1...31)
    guard let every, let month, isLast || day != nil, every != .fiveYears || firstYear != nil else { return nil }
    if let opens, opens > month {
      object.report(
        "opens", code: "window-order", message: "the window opens in month \(opens), after the due month \(month)",
        remedy: "opens is at most \(month)")
    }
    // 2024 is a leap year: 29 February is a day that exists.
    if let day, every.months == 12, day > Day.length(of: month, in: 2024) {
      object.report(
        "day", code: "no-such-day", message: "month \(month) has no day \(day)", remedy: "write last for the last day")
    }
    return Recurrence(every: every, month: month, day: day, opens: opens ?? month, firstYear: firstYear)
  }
}
