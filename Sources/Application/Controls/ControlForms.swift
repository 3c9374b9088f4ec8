import GuvenceCore
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

/// What is typed to add or change a control.
public struct ControlForm: Sendable, Hashable {
  /// Code of the unit.
  public var unitCode = ""
  /// What it is called.
  public var name = ""
  /// What is done, when, by whom and with what trace.
  public var description = ""
  /// Class.
  public var kind = ControlKind.preventive
  /// Nature.
  public var nature = ControlNature.manual
  /// How often.
  public var frequency = ControlFrequency.monthly
  /// Who, a post.
  public var owner = ""
  /// Design effectiveness as typed: empty or 1–5.
  public var design = ""
  /// Why the design was judged so.
  public var designReason = ""
  /// Answers to the design questions by question id; empty ones are open.
  public var answers: [String: String] = [:]
  /// Reference of a risk that a new control is linked to at once, with the whole share on both factors.
  public var risk = ""

  /// An empty form.
  public init() {}

  /// The form of a stored control.
  public init(_ control: Control, unitCode: String) {
    let details = control.details
    (self.unitCode, name, description) = (unitCode, details.name, details.description)
    (kind, nature, frequency) = (details.kind, details.nature, details.frequency)
    (owner, designReason, answers) = (details.owner, details.designReason, details.answers)
    design = details.design.map { String($0) } ?? ""
  }
}

/// What is typed to record a test of a control.
public struct ControlTestInput: Sendable, Hashable {
  /// The day of the test; today where `nil`.
  public var testedOn: Day?
  /// Who tested; the person who records where empty.
  public var tester: String
  /// How many cases were looked at.
  public var sampleSize: Int
  /// In how many of them the control had not worked.
  public var exceptions: Int
  /// What was concluded.
  public var conclusion: ControlTestConclusion
  /// What was found.
  public var notes: String

  /// An input.
  public init(
    testedOn: Day? = nil, tester: String = "", sampleSize: Int, exceptions: Int, conclusion: ControlTestConclusion,
    notes: String = ""
  ) {
    (self.testedOn, self.tester, self.sampleSize) = (testedOn, tester, sampleSize)
    (self.exceptions, self.conclusion, self.notes) = (exceptions, conclusion, notes)
  }

  /// What is wrong with it; the conclusion must fit the counts.
  func problems(today: Day) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    func add(_ field: String, _ turkish: String, _ english: String) {
      problems.append(FieldProblem(field, Localized(turkish, english)))
    }
    if let testedOn, testedOn > today { add("testedOn", "Test gelecekte olamaz.", "A test cannot be in the future.") }
    guard conclusion != .notTested else {
      if sampleSize != 0 || exceptions != 0 {
        add("sampleSize", "Uygulanamayan testte örnek olmaz; 0 yazın.", "A test that was not made has no sample.")
      }
      if notes.trimmed.isEmpty { add("notes", "Neden uygulanamadığını yazın.", "Say why it could not be made.") }
      return problems
    }
    if !(1...1_000_000).contains(sampleSize) {
      add("sampleSize", "En az 1 örnek inceleyin.", "Look at one case or more.")
    }
    if exceptions < 0 || exceptions > max(0, sampleSize) {
      add("exceptions", "İstisna sayısı 0 ile örnek sayısı arasındadır.", "Exceptions lie between 0 and the sample.")
    } else if conclusion == .passed, exceptions > 0 {
      add("conclusion", "İstisna varken sonuç «başarılı» olamaz.", "With exceptions it has not simply passed.")
    } else if conclusion == .passedWithExceptions, exceptions == 0 || exceptions == sampleSize {
      add(
        "conclusion", "İstisna yoksa sonuç «başarılı», hepsi istisnaysa «başarısız»dır.",
        "Without exceptions it has passed; with nothing else it has failed.")
    }
    if exceptions > 0, notes.trimmed.isEmpty { add("notes", "İstisnaları açıklayın.", "Describe the exceptions.") }
    return problems
  }
}

extension ControlForm {
  /// What is wrong in the form itself; the unit is looked up by the caller.
  func problems(_ rules: ControlEffectRules) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if name.trimmed.isEmpty {
      problems.append(FieldProblem("name", Localized("Kontrolün adını yazın.", "Enter the name of the control.")))
    }
    for (field, text, limit) in [
      ("name", name, 500), ("description", description, 8000), ("owner", owner, 500),
      ("designReason", designReason, 4000),
    ] where text.utf8.count > limit {
      problems.append(
        FieldProblem(
          field, Localized("Metin çok uzun (en çok \(limit) bayt).", "The text is too long (at most \(limit) bytes).")))
    }
    if !design.trimmed.isEmpty, Int(design.trimmed).map({ (1...5).contains($0) }) != true {
      problems.append(
        FieldProblem("design", Localized("1–5 arasında bir sayı yazın.", "Enter a number from 1 to 5.")))
    }
    for (id, answer) in answers.sorted(by: { $0.key < $1.key }) where !answer.isEmpty {
      let question = rules.tierReduction.questions.first { $0.id == id }
      if question?.answers.contains(where: { $0.id == answer }) != true {
        let known = question.map { $0.answers.map(\.id) } ?? rules.tierReduction.questions.map(\.id)
        let list = known.joined(separator: ", ")
        problems.append(
          FieldProblem("answer-\(id)", Localized("Listeden seçin: \(list).", "Choose from the list: \(list).")))
      }
    }
    return problems
  }

  /// The details typed, in `unit`. Answers that follow from nature and class are not kept twice.
  func details(in unit: Unit) -> ControlDetails {
    var details = ControlDetails(
      unitID: unit.id, name: name.tidy, kind: kind, nature: nature, frequency: frequency)
    (details.description, details.owner) = (description.tidy, owner.tidy)
    (details.design, details.designReason) = (Int(design.trimmed), designReason.tidy)
    details.answers = answers.filter { id, answer in
      !answer.isEmpty && id != "nature" && (id != "type" || kind == .directive)
    }
    return details
  }
}

extension Control {
  func fields(_ tree: UnitTree) -> [(field: String, label: Localized, text: String)] {
    [
      ("unit", Localized("Birim", "Unit"), tree.units[details.unitID]?.code ?? ""),
      ("name", Localized("Kontrol", "Control"), details.name),
      ("description", Localized("Açıklama", "Description"), details.description),
      ("kind", Localized("Sınıfı", "Class"), details.kind.name.turkish),
      ("nature", Localized("Niteliği", "Nature"), details.nature.name.turkish),
      ("frequency", Localized("Sıklığı", "Frequency"), details.frequency.name.turkish),
      ("owner", Localized("Sorumlu", "Owner"), details.owner),
      ("design", Localized("Tasarım etkinliği", "Design effectiveness"), details.design.map { String($0) } ?? ""),
      ("designReason", Localized("Tasarım gerekçesi", "Reason of the design"), details.designReason),
      (
        "answers", Localized("Tasarım yanıtları", "Design answers"),
        details.answers.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ", ")
      ),
      ("retiredOn", Localized("Kapanış", "Closed on"), retiredOn?.turkish ?? ""),
    ]
  }
}
