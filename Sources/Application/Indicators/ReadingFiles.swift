import Foundation
import GuvenceCore
import GuvenceExchange
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

extension App {
  /// Reads a CSV of readings, one a line, all or nothing. A line that repeats what is recorded changes nothing; one that
  /// differs needs a reason and then corrects. With `isTrial` everything is checked and nothing is written.
  /// Throws `ExchangeRefusal` for a file that is no CSV.
  public func importReadings(
    file path: String, name: String, isTrial: Bool, by actor: Actor
  ) throws -> ReadingImport {
    let rows = try ReadingRow.read(path: path, name: name)
    let rules = try indicatorRules(on: today)
    do {
      return try write("reading-import", by: actor) { connection, stamp in
        let access = try Access(actor, connection)
        try access.requireAnywhere(.manageIndicators)
        var run = ReadingRun(result: ReadingImport(isTrial: isTrial, problems: rows.findings))
        for row in rows.rows { try take(row, &run, access, rules, stamp, connection) }
        guard !isTrial, !run.result.hasErrors else { throw NotWritten(result: run.result) }
        for (indicator, fresh) in run.fresh.values { try openReviews(after: fresh, of: indicator, stamp, connection) }
        return run.result
      }
    } catch let trial as NotWritten {
      var result = trial.result
      result.isTrial = true
      return result
    }
  }

  /// All readings that count of the indicators `query` selects, as CSV; importing it again changes nothing.
  public func exportReadings(_ query: IndicatorQuery, by actor: Actor) throws -> [UInt8] {
    let list = try indicators(query, by: actor)
    var writer = CSVWriter()
    writer.write(
      [
        "Kod", "Gösterge", "Birim", "Tarih", "Dönem", "Değer", "Ölçü birimi", "Durum", "Not", "Kaydeden",
        "Düzeltme gerekçesi",
      ].map { .text($0) })
    for line in list.lines {
      for reading in line.series {
        writer.write([
          .text(line.indicator.code), .text(line.indicator.details.name), .text(line.unitCode), .day(reading.readOn),
          .text(reading.period), .decimal(reading.value), .text(line.indicator.details.measure),
          .text(list.rules.label(reading.status).name.turkish), .text(reading.note), .text(reading.recordedBy),
          .text(reading.reason),
        ])
      }
    }
    try write("export", by: actor) { connection, stamp in
      _ = try Journal.note(stamp, .output, id: 0, connection)
    }
    return writer.bytes
  }

  private func take(
    _ row: ReadingRow, _ run: inout ReadingRun, _ access: Access, _ rules: IndicatorRules, _ stamp: JournalStamp,
    _ connection: Connection
  ) throws {
    var isRecorded = false
    do {
      let indicator = try findIndicator(row.code, access, connection)
      try access.require(.manageIndicators, in: indicator.details.unitID)
      var input = ReadingInput(when: row.when, value: row.value, note: row.note, reason: row.reason)
      let today = stamp.at.dayInIstanbul
      // A form left empty means today; a cell left empty is a mistake.
      guard !row.when.isEmpty else {
        throw Problem.invalid([
          FieldProblem("when", Localized("Dönem ya da gün boş.", "The period or day is empty."))
        ])
      }
      if let known = try recorded(row, indicator, today, connection) {
        isRecorded = true
        if known.value == ReadingNumber.parse(row.value) {
          run.result.unchanged += 1
          return
        }
        if !row.reason.isEmpty { input.corrects = known.id }
      }
      let reading = try append(input, to: indicator, origin: .imported, rules, stamp, connection)
      if input.corrects == nil { run.result.created += 1 } else { run.result.corrected += 1 }
      run.fresh[indicator.id, default: (indicator, [])].fresh.insert(reading.id)
    } catch let problem as Problem {
      run.result.problems += row.diagnostics(problem, isRecorded: isRecorded)
    }
  }

  private func recorded(
    _ row: ReadingRow, _ indicator: Indicator, _ today: Day, _ connection: Connection
  ) throws -> IndicatorReading? {
    let frequency = indicator.details.frequency
    guard let day = frequency.day(row.when, today: today) else { return nil }
    let period = ReadingPeriod(frequency, containing: day)
    return IndicatorReading.effective(try ReadingTable.all(of: indicator.id, connection))
      .first { ReadingPeriod(frequency, containing: $0.readOn) == period }
  }
}

/// What one import has done so far.
private struct ReadingRun {
  var result: ReadingImport
  var fresh: [Identifier<Indicator>: (indicator: Indicator, fresh: Set<Identifier<IndicatorReading>>)] = [:]
}

/// Thrown to take the transaction back.
private struct NotWritten: Error {
  let result: ReadingImport
}
