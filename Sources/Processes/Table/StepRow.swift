import GuvenceCore

/// One step of a chart as a row of text, the way it is typed, pasted and stored in a spreadsheet.
public struct StepRow: Hashable, Sendable {
  /// The step's stable id; empty for a row that has none yet.
  public var id = ""
  /// What is printed before the name, and what other rows call this one: `5`.
  public var number = ""
  /// `işlem`, `karar`, `alt süreç YAZ-02`; empty is a task, or a decision where the name is a question.
  public var kind = ""
  /// What is done.
  public var name = ""
  /// The role that answers for it.
  public var role = ""
  /// `Evet → 5; Hayır → 3`; empty is the next row, `yok` is nothing.
  public var next = ""
  /// `Dilekçe; Ek liste`.
  public var documents = ""
  /// The information system.
  public var system = ""
  /// `2 iş günü`, and `≤ complaint-period` for a time limit of the process.
  public var duration = ""
  /// `K`, `P`, `İ` or `O`, `hassas`, `dönülmez`, separated by commas.
  public var marks = ""
  /// `R1 yüksek: Süre aşımı (yoğunluk > şikâyet)`, several separated by semicolons.
  public var risks = ""
  /// `C1 R1 önleyici: Uyarı (KFS 8)`, several separated by semicolons.
  public var controls = ""

  /// An empty row.
  public init() {}

  /// What stands in a column.
  public subscript(column: StepColumn) -> String {
    get { self[keyPath: column.path] }
    set { self[keyPath: column.path] = newValue }
  }

  /// Whether nothing but the id is given.
  public var isEmpty: Bool { StepColumn.allCases.allSatisfy { $0 == .id || self[$0].isEmpty } }
}

/// A column of the table, in the order in which it is shown and written.
public enum StepColumn: String, Sendable, CaseIterable {
  case number, name, kind, role, next, documents, system, duration, marks, risks, controls, id

  /// `Sorumlu`, `Role`.
  public var title: Localized {
    switch self {
    case .number: Localized("No", "No.")
    case .name: Localized("Adım", "Step")
    case .kind: Localized("Tür", "Kind")
    case .role: Localized("Sorumlu", "Role")
    case .next: Localized("Sonraki", "Next")
    case .documents: Localized("Belgeler", "Documents")
    case .system: Localized("Sistem", "System")
    case .duration: Localized("Süre", "Duration")
    case .marks: Localized("İşaretler", "Marks")
    case .risks: Localized("Riskler", "Risks")
    case .controls: Localized("Kontroller", "Controls")
    case .id: Localized("Kod", "Code")
    }
  }

  /// Words by which tables of others name the column.
  private var synonyms: [String] {
    switch self {
    case .number: ["no", "sıra", "sıra no", "adım no", "s.no", "no.", "number", "#"]
    case .name:
      [
        "adım", "iş akışı adımları", "iş akışı", "faaliyet", "faaliyetler", "işlem", "işlem adımı", "iş adımı",
        "açıklama", "step", "activity", "task",
      ]
    case .kind: ["tür", "türü", "tip", "şekil", "kind", "type"]
    case .role:
      ["sorumlu", "sorumlular", "rol", "kulvar", "yapan", "görevli", "birim", "unvan", "role", "responsible", "lane"]
    case .next: ["sonraki", "sonraki adım", "sonra", "next"]
    case .documents:
      [
        "belge", "belgeler", "doküman", "dokümanlar", "ilgili dokümanlar", "ilgili belgeler", "doküman/kayıt",
        "evrak", "documents", "records",
      ]
    case .system: ["sistem", "yazılım", "program", "system"]
    case .duration: ["süre", "süresi", "işlem süresi", "duration", "time"]
    case .marks: ["işaretler", "işaret", "k/p/i/o", "işlem türü", "eylem", "marks", "action"]
    case .risks: ["risk", "riskler", "risks"]
    case .controls: ["kontrol", "kontroller", "kontrol faaliyeti", "controls", "control"]
    case .id: ["kod", "kimlik", "code", "id"]
    }
  }

  /// The column a heading names; `nil` where none does.
  public init?(heading: String) {
    let folded = TurkishText.fold(heading.trimmed)
    let found = StepColumn.allCases.first { column in
      column.synonyms.contains { TurkishText.fold($0) == folded }
    }
    guard let found else { return nil }
    self = found
  }

  var path: WritableKeyPath<StepRow, String> & Sendable {
    switch self {
    case .number: \.number
    case .name: \.name
    case .kind: \.kind
    case .role: \.role
    case .next: \.next
    case .documents: \.documents
    case .system: \.system
    case .duration: \.duration
    case .marks: \.marks
    case .risks: \.risks
    case .controls: \.controls
    case .id: \.id
    }
  }
}
