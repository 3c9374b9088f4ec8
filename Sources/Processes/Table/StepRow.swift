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
    case .number: ["no", "sıra", "sıra no", "sıra numarası", "adım no", "s.no", "sn", "number", "#"]
    case .name:
      [
        "adım", "adımlar", "iş akışı adımları", "iş akış adımları", "iş akışı", "iş akışı şeması", "iş akış şeması",
        "süreç adımları", "faaliyet", "faaliyetler", "işlem", "işlemler", "işlem adımı", "işlem adımları", "iş adımı",
        "iş adımları", "yapılacak iş", "yapılan iş", "açıklama", "step", "activity", "task",
      ]
    case .kind: ["tür", "türü", "tip", "şekil", "kind", "type"]
    case .role:
      [
        "sorumlu", "sorumlular", "rol", "kulvar", "yapan", "görevli", "birim", "unvan", "sorumlu birim",
        "sorumlu kişi", "sorumlu personel", "sorumlu birim kişi", "sorumlu unvan", "iş akışı sorumlusu",
        "işlemi yapan", "işi yapan", "role", "responsible", "lane",
      ]
    case .next: ["sonraki", "sonraki adım", "sonra", "next"]
    case .documents:
      [
        "belge", "belgeler", "doküman", "dokümanlar", "ilgili doküman", "ilgili dokümanlar", "ilgili belgeler",
        "doküman/kayıt", "doküman ve kayıtlar", "kullanılan dokümanlar", "evrak", "documents", "records",
      ]
    case .system: ["sistem", "sistemler", "bilgi sistemi", "kullanılan sistem", "yazılım", "program", "system"]
    case .duration: ["süre", "süresi", "işlem süresi", "tamamlanma süresi", "duration", "time"]
    case .marks: ["işaretler", "işaret", "k/p/i/o", "işlem türü", "eylem", "marks", "action"]
    case .risks: ["risk", "riskler", "risks"]
    case .controls: ["kontrol", "kontroller", "kontrol faaliyeti", "kontrol faaliyetleri", "controls", "control"]
    case .id: ["kod", "kimlik", "code", "id"]
    }
  }

  /// What of a heading counts: letters and digits, so that «Doküman / Kayıt:» is «doküman/kayıt».
  private static func key(_ heading: String) -> String {
    let key = String(TurkishText.fold(heading).filter { $0.isLetter || $0.isNumber })
    return key.isEmpty ? heading.trimmed : key
  }

  private static let byKey: [String: StepColumn] = {
    var columns: [String: StepColumn] = [:]
    for column in allCases {
      for word in column.synonyms where columns[key(word)] == nil { columns[key(word)] = column }
    }
    return columns
  }()

  /// The column a heading names; `nil` where none does.
  public init?(heading: String) {
    guard heading.count <= 60, let found = StepColumn.byKey[StepColumn.key(heading)] else { return nil }
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
