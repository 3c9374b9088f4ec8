import GuvenceCore

/// Risks and controls in their cells: with id, level or kind as they are written, or just the text as it is typed.
extension StepTableReading {
  private struct Part {
    let id: String?
    let words: [String]
    let text: String
    let note: String
  }

  /// `R1 yüksek: Metin (not)`; without a colon after known words the whole is text.
  private func part(_ cell: String) -> Part {
    if let (head, rest) = StepTableWords.halves(cell, at: ":") {
      let words = head.split(separator: " ").map(String.init)
      if let id = words.first, Step.isID(id), words.count <= 4, words.dropFirst().allSatisfy(isHeadWord) {
        let (text, note) = MarkedText.note(rest)
        return Part(id: id, words: Array(words.dropFirst()), text: text, note: note)
      }
    }
    let (text, note) = MarkedText.note(cell)
    return Part(id: nil, words: [], text: text, note: note)
  }

  private func isHeadWord(_ word: String) -> Bool {
    let known = OutlineWords.levels.flatMap(\.words) + OutlineWords.controls.flatMap(\.words) + ["tespit", "edici"]
    return Step.isID(word) || OutlineWords.isOne(word, of: known)
  }

  /// Ids of the points that bring one, so that a new one gets another.
  func declaredPoints(_ rows: [Int]) -> Set<String> {
    Set(
      rows.flatMap { at in
        (StepTableWords.parts(text(at, .risks)) + StepTableWords.parts(text(at, .controls))).compactMap { part($0).id }
      })
  }

  private mutating func freshID(_ letter: String) -> String {
    var count = 1
    while pointIDs.contains("\(letter)\(count)") { count += 1 }
    pointIDs.insert("\(letter)\(count)")
    return "\(letter)\(count)"
  }

  mutating func risks(_ at: Int) {
    for cell in StepTableWords.parts(text(at, .risks)) {
      let part = part(cell)
      let word = part.words.joined(separator: " ")
      let level = OutlineWords.find(word, in: OutlineWords.levels.map { ($0.level, $0.words) })
      if level == nil, !word.isEmpty {
        remark(
          at, .risks, "«\(word)» bir risk düzeyi değil; bilinenler: düşük, orta, yüksek",
          "“\(word)” is no level; known: low, medium, high")
      }
      let why = MarkedText.split(part.note, at: ">", keepsEmpty: true)
      let id = part.id ?? freshID("R")
      if risks.contains(where: { $0.id == id }) {
        remark(at, .risks, "\(id) riski başka bir yerde de var.", "The risk \(id) is given elsewhere too.")
      }
      risks.append(
        RiskPoint(
          id: id, step: ids[at], text: part.text, cause: why.first ?? "", effect: why.count > 1 ? why[1] : "",
          level: level))
    }
  }

  mutating func controls(_ at: Int) {
    for cell in StepTableWords.parts(text(at, .controls)) {
      let part = part(cell)
      var (words, risk) = (part.words, "")
      var kind = kind(words)
      if kind == nil, let first = words.first {
        (risk, words) = (first, Array(words.dropFirst()))
        kind = self.kind(words)
      }
      if kind == nil, !words.isEmpty {
        let word = words.joined(separator: " ")
        remark(
          at, .controls,
          "«\(word)» bir kontrol türü değil; bilinenler: önleyici, tespit edici, düzeltici, yönlendirici",
          "“\(word)” is no kind of control; known: preventive, detective, corrective, directive")
      }
      // Typed as bare text it acts on the one risk of its step.
      if part.id == nil {
        let here = risks.filter { $0.step == ids[at] }
        risk = here.count == 1 ? here[0].id : ""
      }
      let id = part.id ?? freshID("C")
      if controls.contains(where: { $0.id == id }) {
        remark(at, .controls, "\(id) kontrolü başka bir yerde de var.", "The control \(id) is given elsewhere too.")
      }
      controls.append(
        ControlPoint(
          id: id, step: ids[at], risk: risk, kind: kind ?? .preventive, text: part.text,
          basis: MarkedText.plain(part.note)))
    }
  }

  private func kind(_ words: [String]) -> ControlPoint.Kind? {
    OutlineWords.find(words.joined(separator: " "), in: OutlineWords.controls.map { ($0.kind, $0.words) })
  }
}
