import GuvenceCore
import GuvenceDataFiles

extension RuleLibrary {
  /// Reads and proves a methodology that an administration has written itself, usually an edited copy of a shipped one,
  /// with the decision tables in force on `day`. `file` names it in findings. Throws all findings: whatever the loader
  /// asks of a shipped file, an id of its own, and an `effective` day that has come.
  public func methodology(fromText text: String, file: String, on day: Day) throws(Diagnostics) -> Methodology {
    let reader = DataReader()
    let found = reader.text(text, file: file) { root -> Methodology? in
      guard let read = MethodologyReader.read(root, reader), isOwn(read, root, day, reader) else { return nil }
      let used = [RuleTable.reviewPeriod, RuleTable.appetiteVerdict].compactMap { table($0, on: day) }
      let judged = read.judged(by: used)
      if judged == nil {
        reader.report(
          at: root["levels"] ?? root, code: "no-review-period",
          message: "the table review-period has no answer for every level",
          remedy: "use level ids of rules/tables/review-period.yaml")
      }
      return judged
    }
    try Diagnostics(reader.diagnostics).throwIfErrors()
    guard let found else { throw Diagnostics(reader.diagnostics) }
    return found
  }

  /// The text of a methodology's own file out of its canonical text: what an edited copy starts from.
  public static func ownText(of methodology: Methodology) -> String {
    var lines: [Substring] = []
    for line in methodology.canonicalText.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == "---" { break }
      lines.append(line)
    }
    let text = lines.joined(separator: "\n")
    return text.hasSuffix("\n") ? text : text + "\n"
  }

  private func isOwn(_ methodology: Methodology, _ root: DataNode, _ day: Day, _ reader: DataReader) -> Bool {
    let id = root["id"] ?? root
    let isPlain = methodology.id.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
    }
    if !isPlain || methodology.id.isEmpty || methodology.id.utf8.count > 40 {
      reader.report(
        at: id, code: "bad-id", message: "an id is at most 40 small ASCII letters, digits and hyphens",
        remedy: "write an id such as belediye-5x5")
    } else if methodologyIDs.contains(methodology.id) {
      reader.report(
        at: id, code: "id-taken", message: "\(methodology.id) is a shipped methodology",
        remedy: "give the copy an id of its own, such as belediye-\(methodology.id)")
    } else if methodology.effective > day {
      reader.report(
        at: root["effective"] ?? root, code: "not-yet-effective", message: "its day has not come",
        remedy: "write a day that is not in the future")
    } else if root.source.text.utf8.split(separator: 0x0A).contains(where: { $0.elementsEqual("---".utf8) }) {
      reader.report(at: root, code: "directive-not-allowed", message: "the line --- is not allowed in a rule file")
    } else {
      return true
    }
    return false
  }
}
