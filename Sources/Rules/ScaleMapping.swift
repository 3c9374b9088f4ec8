import GuvenceCore
import GuvenceDataFiles

// Worked example, 5 steps to 10 steps, value 3: 1 + (3 − 1) × (10 − 1) / (5 − 1) = 1 + 18/4 = 5,5 → 6.

/// How values move between scales of different length when an administration changes its methodology: a dated rule of
/// `rules/scale-mapping.yaml`. Between scales of the same length values never move.
public struct ScaleMapping: Hashable, Sendable {
  /// What becomes of a value halfway between two.
  public enum Rounding: String, Sendable, CaseIterable {
    /// The higher one.
    case halfUp = "half-up"
    /// The lower one.
    case halfDown = "half-down"
  }

  /// New values for the old values 1…`from`, in place of the proportion.
  public struct Table: Hashable, Sendable {
    /// Steps of the old scale.
    public let from: Int
    /// Steps of the new scale.
    public let to: Int
    /// The new value of each old one, never falling.
    public let values: [Int]
  }

  /// Stable id.
  public let id: String
  /// Name on screen.
  public let name: Localized
  /// First day on which it holds.
  public let effective: Day
  /// Source, with its verified mark.
  public let citation: Citation
  /// Rounding of the proportion.
  public let rounding: Rounding
  /// Tables that take the place of the proportion.
  public let tables: [Table]
  /// The file's text, kept with every change made by it.
  public let canonicalText: String

  /// The new value of `value` (1…`from`) on a scale of `to` steps. The ends stay the ends.
  public func map(_ value: Int, from: Int, to: Int) -> Int {
    if from == to || from < 2 || to < 2 { return min(max(value, 1), to) }
    if let table = tables.first(where: { $0.from == from && $0.to == to }) {
      return table.values[min(max(value, 1), from) - 1]
    }
    let (share, whole) = ((min(max(value, 1), from) - 1) * (to - 1), from - 1)
    return 1 + (2 * share + (rounding == .halfUp ? whole : whole - 1)) / (2 * whole)
  }

  /// New values of all old ones, lowest first.
  public func values(from: Int, to: Int) -> [Int] {
    from < 1 ? [] : (1...from).map { map($0, from: from, to: to) }
  }

  /// The reason of a mapped value: «1 + (4 − 1) × 9 / 4».
  public func step(_ value: Int, from: Int, to: Int) -> ExplanationStep {
    let title: Localized
    var arithmetic = Localized("\(value)/\(from)", "\(value)/\(from)")
    if from == to {
      title = Localized("Ölçeğin uzunluğu aynı, değer değişmez", "Same length of scale, same value")
    } else if tables.contains(where: { $0.from == from && $0.to == to }) {
      title = Localized("Değer tabloyla taşınır", "The value moves by a table")
    } else {
      title = Localized("Değer orantıyla taşınır, uçlar korunur", "The value moves in proportion, ends stay")
      let text = "1 + (\(value) − 1) × (\(to) − 1) / (\(from) − 1)"
      arithmetic = Localized(text, text)
    }
    let result = "\(map(value, from: from, to: to))/\(to)"
    return ExplanationStep(
      rule: id, effective: effective, title: title, arithmetic: arithmetic, result: Localized(result, result),
      citation: citation)
  }

  /// The reason of a review day after re-scoring: the earlier of the day before and the one of the new level.
  public func reviewStep(_ day: Day) -> ExplanationStep {
    ExplanationStep(
      rule: "\(id)/review", effective: effective,
      title: Localized(
        "Yeniden puanlama gözden geçirmeyi geciktirmez", "Re-scoring does not move a review back"),
      arithmetic: Localized(
        "önceki gün ile yeni düzeyin gününden erken olanı", "the earlier of the day before and the new level's day"),
      result: Localized(day.turkish, day.turkish), citation: citation)
  }
}

extension ScaleMapping {
  /// The version in force on `day`. Throws all findings of the files, and `missing-rule` where there is none.
  public static func load(dataFolder: String, on day: Day) throws(Diagnostics) -> ScaleMapping {
    let reader = DataReader()
    let all = read(dataFolder: dataFolder, reader)
    try Diagnostics(reader.diagnostics).throwIfErrors()
    guard let found = all.last(where: { $0.effective <= day }) else {
      throw Diagnostics([
        Diagnostic(
          .error, at: .file("rules/scale-mapping.yaml"), code: "missing-rule",
          message: "there is no rule for mapping scale values on \(day)",
          remedy: "put rules/scale-mapping.yaml back")
      ])
    }
    return found
  }

  /// All versions, oldest first.
  static func read(dataFolder: String, _ reader: DataReader) -> [ScaleMapping] {
    let names = RuleFolder(dataFolder: dataFolder, reader: reader).files(in: "rules")
    return names.filter { $0.hasPrefix("rules/scale-mapping") }
      .compactMap { name in reader.file("\(dataFolder)/\(name)", name: name) { read($0, reader) } }
      .sorted { $0.effective < $1.effective }
  }

  private static func read(_ root: DataNode, _ reader: DataReader) -> ScaleMapping? {
    reader.object(root) { object in
      let (id, name, effective) = (object.text("id"), object.localized("name"), object.day("effective"))
      let (citation, rounding) = (object.citation(), object.choice("rounding", as: Rounding.self))
      let tables = object.optionalObjects("tables", readTable)
      guard let id, let name, let effective, let citation, let rounding, let tables else { return nil }
      return ScaleMapping(
        id: id, name: name, effective: effective, citation: citation, rounding: rounding, tables: tables,
        canonicalText: root.source.text)
    }
  }

  private static func readTable(_ object: ObjectReader) -> Table? {
    let (from, to) = (object.int("from", in: 2...99), object.int("to", in: 2...99))
    let values = object.list("values") { object.reader.int($0, in: 1...99) }
    guard let from, let to, let values else { return nil }
    guard values.count == from, values.allSatisfy({ $0 <= to }), zip(values, values.dropFirst()).allSatisfy(<=) else {
      object.report(
        "values", code: "bad-mapping", message: "expected \(from) values from 1 to \(to) that never fall",
        remedy: "give one new value for each old one")
      return nil
    }
    return Table(from: from, to: to, values: values)
  }
}
