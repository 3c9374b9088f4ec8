import GuvenceCore
import GuvenceDataFiles

/// Duties that one role must not hold together on the same process, as `rules/separation-of-duties.yaml` lists them
/// (KFS 9: approving, carrying out, recording and checking belong to different persons).
public struct SeparationOfDuties: Sendable {
  /// A duty as the matrix marks it.
  public enum Duty: String, Sendable, CaseIterable {
    /// Kontrol.
    case control = "K"
    /// Paraf.
    case initial = "P"
    /// İmza.
    case sign = "İ"
    /// Onay.
    case approve = "O"
    /// Geri alınamayan işi yapma: a payment, a handing over.
    case execute = "G"

    /// `kontrol`, `control`.
    public var name: Localized {
      switch self {
      case .control: Step.Action.control.name
      case .initial: Step.Action.initial.name
      case .sign: Step.Action.sign.name
      case .approve: Step.Action.approve.name
      case .execute: Localized("geri alınamayan iş", "irrevocable act")
      }
    }

    /// Whether `step` is of this duty.
    func covers(_ step: Step) -> Bool {
      self == .execute ? step.isIrrevocable : step.action?.rawValue == rawValue
    }
  }

  /// Two duties that exclude each other.
  public struct Pair: Hashable, Sendable {
    /// One duty.
    public let first: Duty
    /// The other.
    public let second: Duty
    /// How serious it is where they meet.
    public let level: Diagnostic.Severity
    /// Why.
    public let reason: Localized
  }

  /// Two incompatible duties in one hand.
  public struct Conflict: Hashable, Sendable {
    /// Who holds them.
    public let role: String
    /// The rule.
    public let pair: Pair
    /// Ids of the steps of the first duty.
    public let first: [String]
    /// Ids of the steps of the second.
    public let second: [String]
  }

  /// In the order of the file.
  public let pairs: [Pair]
  /// Where they come from.
  public let citation: Citation

  /// Who holds incompatible duties on the chart, by role in the order of the lanes. A step that itself carries both
  /// marks (an approval that cannot be taken back) is one act and no conflict.
  public func conflicts(_ chart: Chart) -> [Conflict] {
    chart.lanes.flatMap { role -> [Conflict] in
      let own = chart.steps.filter { $0.role == role }
      return pairs.compactMap { pair in
        let first = own.filter(pair.first.covers).map(\.id)
        let second = own.filter(pair.second.covers).map(\.id)
        guard !first.isEmpty, !second.isEmpty, Set(first).union(second).count > 1 else { return nil }
        return Conflict(role: role, pair: pair, first: first, second: second)
      }
    }
  }
}

extension SeparationOfDuties {
  /// Reads `<dataFolder>/rules/separation-of-duties.yaml`; throws everything that is wrong with it.
  public static func load(dataFolder: String) throws(Diagnostics) -> SeparationOfDuties {
    let (rules, diagnostics) = read(dataFolder)
    guard let rules, !Diagnostics(diagnostics).hasErrors else { throw Diagnostics(diagnostics) }
    return rules
  }

  /// Everything that is wrong with the rule file; empty where all is well.
  public static func check(dataFolder: String) -> [Diagnostic] { read(dataFolder).diagnostics }

  private static func read(_ dataFolder: String) -> (rules: SeparationOfDuties?, diagnostics: [Diagnostic]) {
    let reader = DataReader()
    let name = "rules/separation-of-duties.yaml"
    let rules = reader.file("\(dataFolder)/\(name)", name: name) { reader.object($0) { read($0) } }
    return (rules, reader.diagnostics)
  }

  private static func read(_ object: ObjectReader) -> SeparationOfDuties? {
    let (source, section) = (object.text("source"), object.optionalText("section"))
    let (checked, verified) = (object.optionalDay("checked"), object.flag("verified"))
    guard let source, let verified, let pairs = object.objects("pairs", pair) else { return nil }
    let citation = Citation(source: source, section: section ?? "", checkedOn: checked, isVerified: verified)
    return SeparationOfDuties(pairs: pairs, citation: citation)
  }

  private static func pair(_ object: ObjectReader) -> Pair? {
    let duties = object.list("duties") { object.reader.text($0) } ?? []
    let level = object.required("level").flatMap { object.reader.choice($0, among: ["error", "warning", "note"]) }
    let reason = object.localized("reason")
    let known = duties.compactMap(Duty.init(rawValue:))
    guard known.count == 2, duties.count == 2, known[0] != known[1] else {
      object.report(
        "duties", code: "unknown-duty", message: "a pair is two different ones of K, P, İ, O, G",
        remedy: "write [K, O]")
      return nil
    }
    guard let level = level.flatMap(Diagnostic.Severity.init(rawValue:)), let reason else { return nil }
    return Pair(first: known[0], second: known[1], level: level, reason: reason)
  }
}

extension ChartTables {
  /// Separation of duties matrix (görevler ayrılığı matrisi): role × duty with the steps, and where two of them must
  /// not meet.
  public func separation(_ rules: SeparationOfDuties) -> ChartTable {
    let duties = SeparationOfDuties.Duty.allCases
    let conflicts = rules.conflicts(chart)
    let rows = chart.lanes.map { role -> [String] in
      let own = chart.steps.filter { $0.role == role }
      let met = conflicts.filter { $0.role == role }
      return [role]
        + duties.map { duty in own.filter(duty.covers).map(\.short).joined(separator: ", ") } + [
          met.map { "\($0.pair.first.rawValue) + \($0.pair.second.rawValue)" }.joined(separator: "; "),
          met.map { $0.pair.reason(language) }.joined(separator: " "),
        ]
    }
    return ChartTable(
      id: "separation-of-duties", title: Localized("Görevler ayrılığı matrisi", "Separation of duties matrix"),
      columns: [Localized("Rol", "Role")] + duties.map { Localized($0.rawValue, $0.rawValue) } + [
        Localized("Birleşmemesi gereken", "Must not meet"), Localized("Neden", "Reason"),
      ], rows: rows,
      note: Localized(
        "K kontrol, P paraf, İ imza, O onay, G geri alınamayan işi yapar. "
          + (conflicts.isEmpty ? "Birleşen görev yok." : "Birleşen görev: \(conflicts.count)."),
        "K control, P initials, İ signature, O approval, G carries out what cannot be taken back. "
          + (conflicts.isEmpty ? "No duties meet." : "Duties that meet: \(conflicts.count).")))
  }
}
