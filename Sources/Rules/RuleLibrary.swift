import FoundationEssentials
import GuvenceCore
import GuvenceDataFiles

/// All rules of a data folder: methodologies and decision tables by id and day.
///
/// To change a rule, a newer version is added as a file of its own (`5x5.yaml`, then `5x5@2027-01-01.yaml`); the newest
/// version whose `effective` day has come holds.
public struct RuleLibrary: Sendable {
  /// The id of the methodology for administrations that have chosen none.
  public static let defaultMethodologyID = "5x5"

  /// The folder the rules were read from, without a trailing slash.
  public let dataFolder: String
  /// All methodology versions, by id and then oldest first. A new version of a decision table makes a new version of
  /// the methodologies that use it.
  public let all: [Methodology]
  /// All decision table versions, by id and then oldest first.
  public let tables: [DecisionTable]
  /// Control-effect rules, oldest first; empty where only one methodology was loaded.
  public let controlEffects: [ControlEffectRules]
  /// Rules of risk indicators, oldest first; empty where only one methodology was loaded.
  public let indicators: [IndicatorRules]
  /// Checks of the wording of risks, oldest first; empty where only one methodology was loaded.
  public let statementChecks: [StatementChecks]
  /// What the loader noticed without refusing the files: warnings and notes.
  public let findings: [Diagnostic]

  /// Reads and proves everything under `dataFolder/rules`. Throws all findings of all files where any is an error.
  public static func load(dataFolder: String) throws(Diagnostics) -> RuleLibrary {
    let reader = DataReader()
    let library = RuleFolder(dataFolder: dataFolder, reader: reader).library(only: nil)
    try Diagnostics(reader.diagnostics).throwIfErrors()
    return library
  }

  /// Reads only the methodology `id` and the decision tables; for commands that score one pair.
  /// Throws `unknown-methodology` with the nearest id where there is none.
  public static func loadOne(id: String, dataFolder: String) throws(Diagnostics) -> RuleLibrary {
    let reader = DataReader()
    let folder = RuleFolder(dataFolder: dataFolder, reader: reader)
    let library = folder.library(only: id)
    if library.all.isEmpty, !reader.hasErrors { reader.add([folder.unknown(id)]) }
    try Diagnostics(reader.diagnostics).throwIfErrors()
    return library
  }

  /// All findings of all rule files in one pass, the cases and the glossary included.
  public static func check(dataFolder: String) -> [Diagnostic] {
    let reader = DataReader()
    let library = RuleFolder(dataFolder: dataFolder, reader: reader).library(only: nil)
    _ = Glossary.read(dataFolder: dataFolder, reader)
    _ = ScaleMapping.read(dataFolder: dataFolder, reader)
    let results = RuleCases.run(library)
    return reader.diagnostics + results.compactMap(\.diagnostic)
  }

  /// Rebuilds a methodology version from its canonical text alone; `nil` where the text is not one.
  public static func rebuild(canonicalText: String) -> Methodology? {
    let reader = DataReader()
    var texts = [""]
    for line in canonicalText.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == "---" { texts.append("") } else { texts[texts.count - 1] += line + "\n" }
    }
    texts[texts.count - 1].removeLast()
    let methodology = reader.text(texts[0], file: "methodology") { MethodologyReader.read($0, reader) }
    let tables = texts.dropFirst().compactMap { text in
      reader.text(text, file: "table") { DecisionTable.read($0, reader) }
    }
    return reader.hasErrors ? nil : methodology?.judged(by: tables)
  }

  /// The ids of the methodologies, in the order of the files' names.
  public var methodologyIDs: [String] {
    var seen: Set<String> = []
    return all.map(\.id).filter { seen.insert($0).inserted }
  }

  /// The version of `id` that holds on `day`; `nil` where there is none yet.
  public func methodology(_ id: String, on day: Day) -> Methodology? {
    all.last { $0.id == id && $0.effective <= day }
  }

  /// The methodologies in force on `day`, one per id.
  public func methodologies(on day: Day) -> [Methodology] { methodologyIDs.compactMap { methodology($0, on: day) } }

  /// The version of the decision table `id` that holds on `day`.
  public func table(_ id: String, on day: Day) -> DecisionTable? {
    tables.last { $0.id == id && $0.effective <= day }
  }

  /// The control-effect rules that hold on `day`.
  public func controlEffect(on day: Day) -> ControlEffectRules? { controlEffects.last { $0.effective <= day } }

  /// The rules of risk indicators that hold on `day`; the oldest ones before their first day.
  public func indicatorRules(on day: Day) -> IndicatorRules? {
    indicators.last { $0.effective <= day } ?? indicators.first
  }

  /// The checks of the wording of risks that hold on `day`; the oldest ones before their first day.
  public func statementChecks(on day: Day) -> StatementChecks? {
    statementChecks.last { $0.effective <= day } ?? statementChecks.first
  }

  /// How a risk moved against the period before, asked of the table `change-direction`: `new`, `risen`, `fallen` or
  /// `same`. `before` is `nil` where the risk was not judged then. Scores are compared where both have one, else ranks.
  public func changeDirection(
    from before: (value: Int?, rank: Int)?, to now: (value: Int?, rank: Int), on day: Day
  ) -> String? {
    var difference = 0
    if let before {
      if let old = before.value, let new = now.value {
        difference = new - old
      } else {
        difference = now.rank - before.rank
      }
    }
    let inputs: [String: DecisionValue] = [
      "previous": .word(before == nil ? "absent" : "present"), "difference": .number(Decimal(difference)),
    ]
    guard case .word(let word)? = (try? table(RuleTable.changeDirection, on: day)?.decide(inputs))?["direction"] else {
      return nil
    }
    return word
  }
}
