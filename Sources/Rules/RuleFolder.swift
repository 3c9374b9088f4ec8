import FoundationEssentials
import Glibc
import GuvenceCore
import GuvenceDataFiles

/// Reads the files of `rules/` into a library.
struct RuleFolder {
  let dataFolder: String
  let reader: DataReader

  func library(only id: String?) -> RuleLibrary {
    let tables = files(in: "rules/tables").compactMap { name in
      reader.file("\(dataFolder)/\(name)", name: name) { root in
        DecisionTable.read(root, reader).flatMap { named($0.id, $0.effective, root) ? $0 : nil }
      }
    }
    let wanted = files(in: "rules/methodologies").filter { name in id.map { stem(name).id == $0 } ?? true }
    let versions = wanted.compactMap { name in
      reader.file("\(dataFolder)/\(name)", name: name) { root -> (Methodology, DataNode)? in
        guard let version = MethodologyReader.read(root, reader), named(version.id, version.effective, root) else {
          return nil
        }
        return (version, root)
      }
    }
    let effects = id == nil ? ControlEffectRules.read(dataFolder: dataFolder, reader) : []
    let indicators = id == nil ? IndicatorRules.read(dataFolder: dataFolder, reader) : []
    let statements = id == nil ? StatementChecks.read(dataFolder: dataFolder, reader) : []
    let sortedTables = tables.sorted { ($0.id, $0.effective) < ($1.id, $1.effective) }
    return RuleLibrary(
      dataFolder: dataFolder, all: editions(versions, sortedTables), tables: sortedTables, controlEffects: effects,
      indicators: indicators, statementChecks: statements, findings: reader.diagnostics)
  }

  func unknown(_ id: String) -> Diagnostic {
    let ids = files(in: "rules/methodologies").map { stem($0).id }
    let near = nearest(to: id, among: ids).map { "did you mean \($0)? " } ?? ""
    return Diagnostic(
      .error, at: .file("rules/methodologies"), code: "unknown-methodology",
      message: "there is no methodology \(id)", remedy: near + "known: \(ids.joined(separator: ", "))")
  }

  /// Names such as `rules/tables/review-period.yaml`, sorted.
  func files(in folder: String) -> [String] {
    guard let directory = opendir("\(dataFolder)/\(folder)") else {
      reader.add([
        Diagnostic(.error, at: .file(folder), code: "unreadable-file", message: "the folder cannot be read")
      ])
      return []
    }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(".yaml"), !name.hasPrefix(".") { names.append("\(folder)/\(name)") }
    }
    return names.sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
  }

  /// The id and the day in a file's name: `5x5@2027-01-01.yaml`.
  private func stem(_ name: String) -> (id: String, day: String?) {
    let file = name.split(separator: "/").last.map(String.init) ?? name
    let parts = file.dropLast(".yaml".count).split(separator: "@", maxSplits: 1).map(String.init)
    return (parts.first ?? "", parts.count > 1 ? parts[1] : nil)
  }

  private func named(_ id: String, _ effective: Day, _ root: DataNode) -> Bool {
    if root.source.text.utf8.split(separator: 0x0A).contains(where: { $0.elementsEqual("---".utf8) }) {
      // The canonical text joins files with such lines.
      reader.report(at: root, code: "directive-not-allowed", message: "the line --- is not allowed in a rule file")
      return false
    }
    let (stemID, stemDay) = stem(root.source.file)
    if stemID == id, stemDay == nil || stemDay == effective.description { return true }
    reader.report(
      at: root["id"] ?? root, code: "wrong-file-name",
      message: "the file's name does not say \(id)\(stemDay == nil ? "" : "@\(effective)")",
      remedy: "name it \(id).yaml, later versions \(id)@\(effective).yaml")
    return false
  }

  /// Every methodology version together with the tables in force, one edition per day on which any of them changes.
  private func editions(_ versions: [(Methodology, DataNode)], _ tables: [DecisionTable]) -> [Methodology] {
    var order: [String] = []
    var editions: [Methodology] = []
    for (version, _) in versions where !order.contains(version.id) { order.append(version.id) }
    for id in order {
      let own = versions.filter { $0.0.id == id }.sorted { $0.0.effective < $1.0.effective }
      refuseSameDay(own)
      let used = tables.filter { [RuleTable.reviewPeriod, RuleTable.appetiteVerdict].contains($0.id) }
      for (index, (version, root)) in own.enumerated() {
        let end = index + 1 < own.count ? own[index + 1].0.effective : nil
        let changes = used.map(\.effective).filter { day in day > version.effective && end.map { day < $0 } ?? true }
        for day in Array(Set(changes + [version.effective])).sorted() {
          let inForce = [RuleTable.reviewPeriod, RuleTable.appetiteVerdict].compactMap { id in
            used.last { $0.id == id && $0.effective <= day }
          }
          if let edition = version.judged(by: inForce) {
            editions.append(edition)
          } else if !reader.hasErrors {
            reader.report(
              at: root["levels"] ?? root, code: "no-review-period",
              message: "the table review-period has no answer for every level on \(day)",
              remedy: "add the level to rules/tables/review-period.yaml")
          }
        }
      }
    }
    return editions
  }

  private func refuseSameDay(_ versions: [(Methodology, DataNode)]) {
    for (older, newer) in zip(versions, versions.dropFirst()) where older.0.effective == newer.0.effective {
      reader.report(
        at: newer.1["effective"] ?? newer.1, code: "duplicate-version",
        message: "\(newer.0.id) already has a version effective \(newer.0.effective) in \(older.1.source.file)",
        remedy: "give the newer version a later day")
    }
  }
}
