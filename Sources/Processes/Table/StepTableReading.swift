import GuvenceCore

/// Reads the rows of a table as a chart. Everything that is wrong is remarked with its row and column.
struct StepTableReading {
  private let table: StepTable
  /// The id of each row, those it brings and those it is given.
  let ids: [String]
  private var keys: [String: [Int]] = [:]
  private var known: [String: Int] = [:]
  private var names: [String: [Int]] = [:]
  private var remarks: [StepTable.Remark] = []
  private var steps: [Step] = []
  private var flows: [Flow] = []
  var risks: [RiskPoint] = []
  var controls: [ControlPoint] = []
  var pointIDs: Set<String> = []

  init(_ table: StepTable, taken: Set<String>) {
    self.table = table
    ids = StepTableReading.ids(table.rows, taken: taken)
    for (at, row) in table.rows.enumerated() where !row.isEmpty {
      keys[row.number.isEmpty ? ids[at] : row.number.trimmed, default: []].append(at)
      if known[ids[at]] == nil { known[ids[at]] = at }
      names[TurkishText.fold(row.name.trimmed), default: []].append(at)
    }
  }

  /// Ids for rows that have none: the number where it may be one, else `s1`, `s2` …
  private static func ids(_ rows: [StepRow], taken: Set<String>) -> [String] {
    var used = taken.union(rows.map(\.id))
    var count = 0
    return rows.map { row in
      if !row.id.isEmpty || row.isEmpty { return row.id }
      if Step.isID(row.number), used.insert(row.number).inserted { return row.number }
      repeat { count += 1 } while used.contains("s\(count)")
      used.insert("s\(count)")
      return "s\(count)"
    }
  }

  mutating func chart() -> (chart: Chart, remarks: [StepTable.Remark]) {
    let rows = table.rows.indices.filter { !table.rows[$0].isEmpty }
    var (seen, numbers): (Set<String>, Set<String>) = ([], [])
    for at in rows {
      if !Step.isID(ids[at]) {
        remark(
          at, .id, "Kod harf, rakam, nokta, çizgi olabilir: \(ids[at])", "A code has letters, digits, . _ -: \(ids[at])"
        )
      } else if !seen.insert(ids[at]).inserted {
        remark(at, .id, "Bu kod başka bir satırda da var: \(ids[at])", "Another row has the code \(ids[at])")
      }
      let number = table.rows[at].number.trimmed
      if !number.isEmpty, !numbers.insert(number).inserted {
        remark(at, .number, "\(number) numarası başka bir satırda da var.", "Another row has the number \(number).")
      }
      steps.append(step(at))
    }
    pointIDs = declaredPoints(rows)
    for at in rows { risks(at) }
    for at in rows { controls(at) }
    for (order, at) in rows.enumerated() {
      arrows(at, steps[order].kind, below: order + 1 < rows.count ? rows[order + 1] : nil)
    }
    let chart = Chart(lanes: lanes(), steps: steps, flows: flows, risks: risks, controls: controls)
    return (chart.inTableOrder, remarks.sorted { $0.row < $1.row })
  }

  /// The lanes given; a role they do not name comes after them.
  private func lanes() -> [String] {
    (table.lanes.map(\.trimmed).filter { !$0.isEmpty } + (table.lanes.isEmpty ? [] : steps.compactMap(\.role))).uniqued
  }

  func text(_ at: Int, _ column: StepColumn) -> String { table.rows[at][column] }

  mutating func remark(_ at: Int, _ column: StepColumn, _ turkish: String, _ english: String) {
    remarks.append(StepTable.Remark(row: at, column: column, text: Localized(turkish, english)))
  }

  // MARK: one step

  private mutating func step(_ at: Int) -> Step {
    let row = table.rows[at]
    let name = row.name.trimmed
    let (kind, calls) = kind(at, name)
    var step = Step(
      id: ids[at], number: row.number.trimmed, kind: kind, role: row.role.trimmed.isEmpty ? nil : row.role.trimmed,
      name: name, calls: calls)
    step.documents = StepTableWords.parts(row.documents).map(MarkedText.plain)
    step.system = row.system.trimmed.isEmpty ? nil : row.system.trimmed
    duration(at, &step)
    marks(at, &step)
    return step
  }

  private mutating func kind(_ at: Int, _ name: String) -> (Step.Kind, String?) {
    let text = table.rows[at].kind.trimmed
    if text.isEmpty { return (StepTableReading.usualKind(name), nil) }
    let kinds = OutlineWords.kinds.map { ($0.kind, $0.words + [$0.kind.name.turkish, $0.kind.name.english]) }
    if let kind = OutlineWords.find(text, in: kinds) { return (kind, nil) }
    for word in ["alt süreç", "subprocess", "sub-process"] {
      let length = word.split(separator: " ").count
      let words = text.split(separator: " ", maxSplits: length)
      if words.count > length, OutlineWords.isOne(words.prefix(length).joined(separator: " "), of: [word]) {
        return (.subprocess, words[length].trimmed)
      }
    }
    let words = OutlineWords.kinds.map(\.words)
    let (turkish, english) = (words.compactMap(\.first), words.compactMap(\.last))
    remark(
      at, .kind, "«\(text)» bir tür değil; bilinenler: \(turkish.joined(separator: ", "))",
      "“\(text)” is no kind; known: \(english.joined(separator: ", "))")
    return (StepTableReading.usualKind(name), nil)
  }

  private static func usualKind(_ name: String) -> Step.Kind {
    if name.hasSuffix("?") { return .decision }
    if OutlineWords.isOne(name, of: ["başla", "başlangıç", "başlama", "start"]) { return .start }
    return OutlineWords.isOne(name, of: ["bitir", "bitiş", "bitti", "son", "end"]) ? .end : .task
  }

  private mutating func duration(_ at: Int, _ step: inout Step) {
    for part in StepTableWords.parts(table.rows[at].duration) {
      if part.hasPrefix("≤") || part.hasPrefix("<=") {
        step.limit = part.dropFirst(part.hasPrefix("≤") ? 1 : 2).trimmed
      } else if let duration = StepTableReading.duration(part) {
        step.duration = duration
      } else {
        remark(
          at, .duration, "«\(part)» bir süre değil; örneğin 2 iş günü yazın.",
          "“\(part)” is no duration; write for example 2 workdays.")
      }
    }
  }

  /// `2 iş günü`, `3 saat`, `1 workday`.
  static func duration(_ text: String) -> StepDuration? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let word = TurkishText.fold(text.dropFirst(digits.count).filter { !$0.isWhitespace })
    guard let amount = Int(digits), (1...9999).contains(amount) else { return nil }
    let more: [String: StepDuration.Unit] = [
      "dk": .minute, "dakika": .minute, "sa": .hour, "işgün": .workday, "hours": .hour, "hour": .hour, "days": .day,
      "day": .day, "minutes": .minute, "minute": .minute,
    ]
    if let unit = more.first(where: { TurkishText.fold($0.key) == word })?.value { return StepDuration(amount, unit) }
    let unit = StepDuration.Unit.allCases.first { unit in
      [unit.rawValue, unit.rawValue + "s", unit.name.turkish, unit.name.english].contains {
        TurkishText.fold($0.filter { !$0.isWhitespace }) == word
      }
    }
    return unit.map { StepDuration(amount, $0) }
  }

  private mutating func marks(_ at: Int, _ step: inout Step) {
    for word in table.rows[at].marks.split(whereSeparator: { ",;".contains($0) || $0.isNewline }).map(\.trimmed) {
      if word.isEmpty || roleTag(word, &step) { continue }
      let upper = TurkishText.uppercase(word)
      if let action = Step.Action.allCases.first(where: {
        $0.rawValue == upper || OutlineWords.isOne(word, of: [$0.name.turkish, $0.name.english])
      }) {
        step.action = action
      } else if upper == "I" {
        step.action = .sign
      } else if OutlineWords.isOne(word, of: OutlineWords.sensitive + ["H", "hassas görev"]) {
        step.isSensitive = true
      } else if OutlineWords.isOne(word, of: OutlineWords.irrevocable) {
        step.isIrrevocable = true
      } else {
        remark(
          at, .marks, "«\(word)» bilinmiyor; bilinenler: K, P, İ, O, hassas, dönülmez",
          "“\(word)” is not known; known: K, P, İ, O, sensitive, irrevocable")
      }
    }
  }

  /// `K-ŞM`, `İY-R` of printed forms: who does it, where no role is given, and what that person does to the paper.
  private func roleTag(_ word: String, _ step: inout Step) -> Bool {
    guard let (tag, role) = StepTableWords.halves(word, at: "-"), !role.isEmpty, !role.contains(" ") else {
      return false
    }
    let action = Step.Action(rawValue: TurkishText.uppercase(tag))
    guard action != nil || TurkishText.uppercase(tag) == "İY" else { return false }
    step.action = step.action ?? action
    step.role = step.role ?? role
    return true
  }

  // MARK: what comes next

  private mutating func arrows(_ at: Int, _ kind: Step.Kind, below: Int?) {
    let cell = table.rows[at].next.trimmed
    if cell.isEmpty {
      if kind != .end, let below { flows.append(Flow(ids[at], ids[below])) }
      return
    }
    if OutlineWords.isOne(cell, of: OutlineWords.nothing + ["-", "–"]) { return }
    for part in StepTableWords.parts(cell) { arrow(at, part, below) }
  }

  private mutating func arrow(_ at: Int, _ part: String, _ below: Int?) {
    if let (label, target) = MarkedText.arrow(part) {
      if let row = find(target, below) { return flows.append(Flow(ids[at], ids[row], label: label)) }
      return unknown(at, target)
    }
    let plain = MarkedText.plain(part)
    if let row = find(plain, below) { return flows.append(Flow(ids[at], ids[row])) }
    let several = plain.split(separator: ",").map { find($0.trimmed, below) }
    if several.count > 1, !several.contains(nil) {
      return flows += several.compactMap { $0 }.map { Flow(ids[at], ids[$0]) }
    }
    // «Evet: 5» and «Evet 5» are the quickest to type.
    for mark in [":", " "] {
      guard let cut = plain.lastIndex(of: Character(mark)) else { continue }
      if let row = find(plain[plain.index(after: cut)...].trimmed, below) {
        return flows.append(Flow(ids[at], ids[row], label: plain[..<cut].trimmed))
      }
    }
    unknown(at, plain)
  }

  private mutating func unknown(_ at: Int, _ target: String) {
    let known = table.rows.indices.filter { !table.rows[$0].isEmpty }
      .map { table.rows[$0].number.isEmpty ? ids[$0] : table.rows[$0].number }
    let near = known.count > 300 ? nil : nearest(to: target, among: known)
    remark(
      at, .next, "\(target) adımı yok. " + (near.map { "\($0) mi demek istediniz?" } ?? "Örneğin «Evet → 4» yazın."),
      "There is no step \(target). " + (near.map { "Did you mean \($0)?" } ?? "Write for example “Yes → 4”."))
  }

  /// The row that is called so: by its number, its id, its whole name, or as the next one.
  private func find(_ text: String, _ below: Int?) -> Int? {
    if text.hasPrefix("#") { return known[text.dropFirst().trimmed] }
    if let rows = keys[text] { return rows.first }
    if let row = known[text] { return row }
    if let below, OutlineWords.isOne(text, of: StepTableWords.nextRow) { return below }
    let named = names[TurkishText.fold(text)] ?? []
    return named.count == 1 ? named[0] : nil
  }
}
