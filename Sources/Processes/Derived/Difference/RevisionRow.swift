import GuvenceCore

/// One line of the revision record: what was done to what.
public struct RevisionRow: Hashable, Sendable {
  /// What was done.
  public enum Kind: String, Sendable, CaseIterable {
    case added, removed, changed, moved

    /// `Eklendi`, `Added`.
    public var name: Localized {
      switch self {
      case .added: Localized("Eklendi", "Added")
      case .removed: Localized("Kaldırıldı", "Removed")
      case .changed: Localized("Değişti", "Changed")
      case .moved: Localized("Rolü değişti", "Moved to another role")
      }
    }

    /// A sign that says it without colour: `+`.
    public var sign: String {
      switch self {
      case .added: "+"
      case .removed: "−"
      case .changed: "±"
      case .moved: "⇄"
      }
    }
  }

  /// What was done.
  public let kind: Kind
  /// Step id it is about; `nil` where it is about the whole chart.
  public let step: String?
  /// `Adım 7 «Onay»`, `Risk R3`.
  public let subject: String
  /// The field it is about; empty where it is about the whole subject.
  public let field: String
  /// What was said before; empty where there was nothing.
  public let old: String
  /// What is said now; empty where there is nothing.
  public let new: String

  /// `Adım 7 «Onay» eklendi (Müdürlük)`.
  public func sentence(_ language: Language) -> String {
    let verb = TurkishText.lowercase(kind.name.turkish)
    let done = language == .turkish ? verb : TurkishText.lowercase(kind.name.english)
    let head = field.isEmpty ? subject : "\(subject), \(field)"
    switch kind {
    case .added: return "\(head) \(done)\(new.isEmpty ? "" : " (\(new))")"
    case .removed: return "\(head) \(done)\(old.isEmpty ? "" : " (\(old))")"
    case .changed, .moved:
      let none = "–"
      return "\(head) \(done): \(old.isEmpty ? none : old) → \(new.isEmpty ? none : new)"
    }
  }
}

extension ChartDifference {
  /// The lines of the revision record (revizyon tablosu), steps first. Flows at added and removed steps go without
  /// saying; new numbers of steps are one line.
  public func revisionRows(_ language: Language) -> [RevisionRow] {
    let words = RevisionWords(self, language)
    return words.steps() + words.lanes() + words.flows() + words.risks() + words.controls() + words.order()
  }

  /// The lines of the revision record as a table to print or to hand on.
  public func revisionTable(_ language: Language) -> ChartTable {
    let rows = revisionRows(language).enumerated().map { at, row in
      ["\(at + 1)", "\(row.kind.sign) \(row.kind.name(language))", row.subject, row.field, row.old, row.new]
    }
    return ChartTable(
      id: "revision", title: Localized("Değişiklikler", "Changes"),
      columns: [
        Localized("Sıra", "No"), Localized("Ne yapıldı", "What was done"), Localized("Nerede", "Where"),
        Localized("Alan", "Field"), Localized("Eski", "Old"), Localized("Yeni", "New"),
      ], rows: rows, note: rows.isEmpty ? Localized("İki sürüm aynı.", "The two versions are the same.") : nil)
  }

  /// `1 adım eklendi, 2 adım değişti`: how much of what, for a heading or a picture's description.
  public func summary(_ language: Language) -> String {
    let points = risks.added.count + risks.removed.count + risks.changed.count
    let controls = self.controls.added.count + self.controls.removed.count + self.controls.changed.count
    let flows = flowsAdded.count + flowsRemoved.count + flowsRelabelled.count
    let counts: [(Int, String, String)] = [
      (added.count, "adım eklendi", "steps added"), (removed.count, "adım kaldırıldı", "steps removed"),
      (changed.count, "adım değişti", "steps changed"),
      (laneMoves.count, "adımın rolü değişti", "steps moved to another role"), (flows, "akış değişti", "flows changed"),
      (points, "risk değişti", "risks changed"), (controls, "kontrol değişti", "controls changed"),
    ]
    let told = counts.filter { $0.0 > 0 }.map { "\($0.0) \(language == .turkish ? $0.1 : $0.2)" }
    if !told.isEmpty { return told.joined(separator: ", ") }
    return isEmpty
      ? Localized("iki sürüm aynı", "the two versions are the same")(language)
      : Localized("yalnızca sıra veya numara değişti", "only order or numbers changed")(language)
  }
}
