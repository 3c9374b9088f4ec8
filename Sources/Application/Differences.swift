import GuvenceCore
import GuvenceRegister
import GuvenceStorage

extension App {
  /// The problem of a save based on an older version: who saved in between, and which fields differ.
  func stale(
    _ differences: [StaleSave.Difference], _ entity: JournalEntity, _ id: Int64, _ currentVersion: Int,
    _ connection: Connection
  ) throws -> Problem {
    let last = try Journal.entries(of: entity, id: id, limit: 1, connection).first
    return stale(differences, changedBy: last?.stamp, currentVersion)
  }

  func stale(_ differences: [StaleSave.Difference], changedBy stamp: JournalStamp?, _ currentVersion: Int) -> Problem {
    Problem(
      .stale,
      Localized(
        "Siz düzenlerken kayıt değişti. Yazdıklarınız duruyor; iki sürümü karşılaştırın.",
        "The record changed while you were editing. What you typed is kept; compare both versions."),
      stale: StaleSave(
        currentVersion: currentVersion, changedBy: stamp?.actor ?? "", changedAt: stamp?.at ?? clock(),
        differences: differences))
  }
}

extension Account {
  /// Fields in which `self`, as stored, differs from `other`, as wanted.
  func differences(to other: Account) -> [StaleSave.Difference] {
    func roles(_ grants: [RoleGrant]) -> String {
      grants.map { $0.role.name.turkish }.sorted(by: TurkishText.precedes).joined(separator: ", ")
    }
    return StaleSave.compare([
      ("login", Localized("Kullanıcı adı", "User name"), login, other.login),
      ("displayName", Localized("Adı soyadı", "Name"), displayName, other.displayName),
      ("email", Localized("E-posta", "E-mail"), email, other.email),
      ("role", Localized("Roller", "Roles"), roles(grants), roles(other.grants)),
    ])
  }
}

extension Unit {
  /// Fields in which `self`, as stored, differs from `other`, as wanted.
  func differences(to other: Unit, _ tree: UnitTree) -> [StaleSave.Difference] {
    func parent(_ unit: Unit) -> String { unit.parentID.flatMap { tree.units[$0]?.code } ?? "" }
    return StaleSave.compare([
      ("code", Localized("Kod", "Code"), code, other.code), ("name", Localized("Ad", "Name"), name, other.name),
      ("parent", Localized("Üst birim", "Unit above"), parent(self), parent(other)),
      ("retiredOn", Localized("Kapanış", "Closed on"), retiredOn?.turkish ?? "", other.retiredOn?.turkish ?? ""),
    ])
  }
}

extension RiskDetails {
  /// Fields in which `self`, as stored, differs from `other`, as wanted.
  func differences(to other: RiskDetails, _ tree: UnitTree) -> [StaleSave.Difference] {
    StaleSave.compare(
      zip(fields(tree), other.fields(tree)).map { mine, theirs in (mine.field, mine.label, mine.text, theirs.text) })
  }

  /// All fields under their form names, with label and text.
  func fields(_ tree: UnitTree) -> [(field: String, label: Localized, text: String)] {
    [
      ("unit", Localized("Birim", "Unit"), tree.units[unitID]?.code ?? ""),
      ("statement", Localized("Tespit edilen risk", "Risk"), statement), ("cause", Localized("Sebep", "Cause"), cause),
      ("event", Localized("Olay", "Event"), event), ("consequence", Localized("Sonuç", "Consequence"), consequence),
      ("strategicTarget", Localized("Stratejik hedef", "Strategic target"), strategicTarget),
      ("unitObjective", Localized("Birim/alt birim hedefi", "Unit objective"), unitObjective),
      ("kind", Localized("Tür", "Kind"), kind.name.turkish), ("process", Localized("Süreç", "Process"), process),
      ("project", Localized("Proje", "Project"), project), ("category", Localized("Kategori", "Category"), category),
      ("source", Localized("Kaynak", "Source"), source?.name.turkish ?? ""),
      ("controllability", Localized("Kontrol edilebilirlik", "Controllability"), controllability),
      ("identificationMethod", Localized("Tespit yöntemi", "Identification method"), identificationMethod),
      ("response", Localized("Riske verilen cevap", "Response"), response?.name.turkish ?? ""),
      ("controls", Localized("Mevcut kontroller", "Existing controls"), controls),
      ("plannedControls", Localized("Yeni/ek/kaldırılan kontroller", "Planned controls"), plannedControls),
      ("declaredChange", Localized("Değişim (riskin yönü)", "Declared change"), declaredChange?.sign ?? ""),
      ("startedOn", Localized("Başlangıç tarihi", "Start day"), startedOn?.turkish ?? ""),
      ("owner", Localized("Riskin sahibi", "Owner"), owner), ("notes", Localized("Açıklama", "Notes"), notes),
      ("declaredScore", Localized("Dosyadaki puan", "Declared score"), declaredScore.map(String.init) ?? ""),
      ("declaredLevel", Localized("Dosyadaki düzey", "Declared level"), declaredLevel),
      ("isKeyRisk", Localized("Kilit risk", "Key risk"), isKeyRisk ? "Evet" : "Hayır"),
      ("keyRiskReason", Localized("Kilit risk gerekçesi", "Reason"), keyRiskReason),
    ]
  }
}

extension StaleSave {
  /// The fields whose texts differ.
  static func compare(_ fields: [(field: String, label: Localized, theirs: String, yours: String)]) -> [Difference] {
    fields.filter { $0.theirs != $0.yours }.map {
      Difference(field: $0.field, label: $0.label, theirs: $0.theirs, yours: $0.yours)
    }
  }
}
