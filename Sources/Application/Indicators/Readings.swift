import FoundationEssentials
import GuvenceCore
import GuvenceExchange
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

extension App {
  /// Appends a reading, or a correction of one. A red reading that is the newest opens a review of the linked risks.
  public func recordReading(_ code: String, _ input: ReadingInput, by actor: Actor) throws -> IndicatorReading {
    let rules = try indicatorRules(on: today)
    return try write(input.corrects == nil ? "reading-record" : "reading-correct", by: actor) { connection, stamp in
      let access = try Access(actor, connection)
      let indicator = try findIndicator(code, access, connection)
      try access.require(.manageIndicators, in: indicator.details.unitID)
      let reading = try append(input, to: indicator, origin: .entered, rules, stamp, connection)
      try openReviews(after: [reading.id], of: indicator, stamp, connection)
      return reading
    }
  }

  /// Judges and stores a reading; throws with the fields at fault.
  func append(
    _ input: ReadingInput, to indicator: Indicator, origin: ReadingOrigin, _ rules: IndicatorRules,
    _ stamp: JournalStamp, _ connection: Connection
  ) throws -> IndicatorReading {
    guard indicator.retiredOn == nil else { throw App.retiredIndicator }
    let series = IndicatorReading.effective(try ReadingTable.all(of: indicator.id, connection))
    let checked = try check(input, of: indicator, series, today: stamp.at.dayInIstanbul)
    let thresholds = indicator.details.thresholds
    let reading = try ReadingTable.insert(
      IndicatorReading(
        id: Identifier(0), indicatorID: indicator.id, readOn: checked.day, period: checked.period.text,
        value: checked.value, status: thresholds.status(of: checked.value), thresholds: thresholds,
        ruleEffectiveOn: rules.effective, note: String(input.note.trimmed.prefix(2000)), recordedAt: stamp.at,
        recordedBy: stamp.actor, origin: origin, supersedesID: input.corrects,
        reason: input.corrects == nil ? "" : String(input.reason.trimmed.prefix(2000))), connection)
    try Journal.append(
      stamp, after: .indicatorReading(reading, unitID: indicator.details.unitID), connection)
    return reading
  }

  /// Asks for a review of the linked risks where the indicator's newest reading is red and among `fresh`.
  func openReviews(
    after fresh: Set<Identifier<IndicatorReading>>, of indicator: Indicator, _ stamp: JournalStamp,
    _ connection: Connection
  ) throws {
    let series = IndicatorReading.effective(try ReadingTable.all(of: indicator.id, connection))
    guard let last = series.last, last.status == .alarm, fresh.contains(last.id) else { return }
    let value = TurkishNumber.text(last.value) + (indicator.details.measure.isEmpty ? "" : " ")
    let reason =
      "\(indicator.code) göstergesi alarm verdi: \(indicator.details.name), \(last.period), "
      + value + indicator.details.measure
    for id in indicator.risks.sorted() {
      guard let risk = try RiskTable.find(id, connection), risk.retiredOn == nil else { continue }
      let request = try ReviewRequestTable.insert(
        risk: id, reading: last.id, reason: reason, at: stamp.at, connection)
      try Journal.append(stamp, after: .reviewRequest(request, unitID: risk.details.unitID), connection)
    }
  }

  /// What open review requests say on the page of a risk, at the end of `asOf` or now.
  func reviewFindings(_ risk: Risk, asOf: Day?, _ connection: Connection) throws -> [Finding] {
    let moment = asOf.map { Instant.startInIstanbul(of: $0.adding(days: 1)) }
    return try ReviewRequestTable.open(ofRisk: risk.id, before: moment, connection).map { request in
      Finding(
        code: request.eventID == nil ? "review-due-indicator" : "review-due-event", severity: .warning,
        message: Localized("Gözden geçirme gerekli: \(request.reason).", "Review due: \(request.reason)."))
    }
  }

  private func check(
    _ input: ReadingInput, of indicator: Indicator, _ series: [IndicatorReading], today: Day
  ) throws -> (day: Day, period: ReadingPeriod, value: Decimal) {
    var problems: [FieldProblem] = []
    let value = ReadingNumber.parse(input.value)
    if value == nil { problems.append(FieldProblem("value", ReadingNumber.refusal)) }
    let corrected = input.corrects.flatMap { id in series.first { $0.id == id } }
    if input.corrects != nil, corrected == nil {
      throw Problem(
        .conflict,
        Localized("Bu ölçüm yok ya da daha önce düzeltilmiş.", "There is no such reading, or it was corrected before."))
    }
    if corrected != nil, input.reason.trimmed.isEmpty {
      problems.append(
        FieldProblem("reason", Localized("Düzeltmenin gerekçesini yazın.", "Give the reason of the correction.")))
    }
    let when = input.when.trimmed
    let day = when.isEmpty ? corrected?.readOn ?? today : indicator.details.frequency.day(when, today: today)
    guard let day else {
      try Problem.throwIfAny(
        problems + [
          FieldProblem(
            "when",
            Localized("Bir gün ya da dönem yazın: 30.09.2026, 2026-09.", "Enter a day or a period: 2026-09."))
        ])
      throw Access.notFound
    }
    let period = ReadingPeriod(indicator.details.frequency, containing: day)
    problems += placeProblems(day, period, indicator, series, except: corrected, today: today)
    try Problem.throwIfAny(problems)
    guard let value else { throw Access.notFound }
    return (day, period, value)
  }

  private func placeProblems(
    _ day: Day, _ period: ReadingPeriod, _ indicator: Indicator, _ series: [IndicatorReading],
    except corrected: IndicatorReading?, today: Day
  ) -> [FieldProblem] {
    if day > today {
      return [FieldProblem("when", Localized("Ölçüm gelecekte olamaz.", "A reading cannot be in the future."))]
    }
    let frequency = indicator.details.frequency
    guard
      let taken = series.first(where: {
        $0.id != corrected?.id && ReadingPeriod(frequency, containing: $0.readOn) == period
      })
    else { return [] }
    let known = TurkishNumber.text(taken.value)
    return [
      FieldProblem(
        "when",
        Localized(
          "\(period.text) döneminin ölçümü var (\(known)); değiştirmek için o ölçümü düzeltin.",
          "\(period.text) already has a reading (\(known)); correct that one to change it."))
    ]
  }
}

extension IndicatorFrequency {
  /// The day that `text` names: a day, or the last day of a period of this frequency — today while that is still running.
  func day(_ text: String, today: Day) -> Day? {
    if let day = TurkishDate.parse(text) { return day }
    guard let period = ReadingPeriod(self, text) else { return nil }
    return period.start <= today ? min(period.end, today) : period.end
  }
}
