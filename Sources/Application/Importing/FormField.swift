import GuvenceCore

/// A column of a risk register, whatever the file calls it.
enum FormField: String, CaseIterable, Sendable {
  case order, reference, unit, unitCode, strategicTarget, unitObjective, statement, cause, event, consequence, controls
  case impact, likelihood, score, level, change, plannedControls, startedOn, owner, notes, response
  case residualImpact, residualLikelihood, residualScore, targetImpact, targetLikelihood, targetScore
  case category, source, keyRisk, keyRiskReason, methodology, assessedOn, reason, declaredScore, declaredLevel
  case kind, process, project, controllability, identificationMethod
  case sourceReference, impactDimensions, residualDimensions, targetDimensions

  /// Header as our own export writes it. The first fourteen columns are those of the Risk Kayıt Formu.
  var header: String {
    switch self {
    case .order: "Sıra No"
    case .reference: "Referans No"
    case .unit: "Birim"
    case .unitCode: "Birim Kodu"
    case .strategicTarget: "Stratejik Hedef"
    case .unitObjective: "Birim / Alt Birim Hedefi"
    case .statement: "Tespit Edilen Risk / Sebepler"
    case .cause: "Sebep"
    case .event: "Olay"
    case .consequence: "Sonuç"
    case .controls: "Riske Verilen Cevaplar: Mevcut Kontroller"
    case .impact: "Etki"
    case .likelihood: "Olasılık"
    case .score: "Risk Puanı (R)"
    case .impactDimensions: "Etki Boyutları"
    case .residualDimensions: "Artık Etki Boyutları"
    case .targetDimensions: "Hedef Etki Boyutları"
    case .level: "Risk Düzeyi"
    case .change: "Değişim (Riskin Yönü)"
    case .plannedControls: "Riske Verilen Cevaplar: Yeni / Ek / Kaldırılan Kontroller"
    case .startedOn: "Başlangıç Tarihi"
    case .owner: "Riskin Sahibi"
    case .notes: "Açıklama"
    case .response: "Riske Verilen Cevap"
    case .residualImpact: "Artık Etki"
    case .residualLikelihood: "Artık Olasılık"
    case .residualScore: "Artık Risk Puanı"
    case .targetImpact: "Hedef Etki"
    case .targetLikelihood: "Hedef Olasılık"
    case .targetScore: "Hedef Risk Puanı"
    case .category: "Kategori"
    case .source: "Kaynak (İç/Dış)"
    case .keyRisk: "Kilit Risk"
    case .keyRiskReason: "Kilit Risk Gerekçesi"
    case .methodology: "Yöntem"
    case .assessedOn: "Değerlendirme Tarihi"
    case .reason: "Değerlendirme Gerekçesi"
    case .declaredScore: "Dosyadaki Puan"
    case .declaredLevel: "Dosyadaki Düzey"
    case .sourceReference: "Dosyadaki Referans No"
    case .kind: "Tehdit / Fırsat"
    case .process: "Süreç / Faaliyet"
    case .project: "Proje"
    case .controllability: "Kontrol Edilebilirlik"
    case .identificationMethod: "Tespit Yöntemi"
    }
  }

  /// Other headers under which administrations keep the same column.
  private var synonyms: [String] {
    switch self {
    case .order: ["Sıra", "No", "S.No", "Sno"]
    case .reference: ["Referans", "Referans Numarası", "Ref", "Ref No", "Risk No", "Risk Kodu", "Kod", "Reference"]
    case .unit: ["Birim Adı", "Müdürlük", "Birimi", "Sorumlu Birim", "Daire", "Unit"]
    case .unitCode: ["Müdürlük Kodu", "Unit Code"]
    case .strategicTarget: ["Stratejik Amaç/Hedef", "Hedef Kodu", "Stratejik Amaç", "Strategic Target"]
    case .unitObjective: ["Birim Hedefi", "Alt Birim Hedefi", "Birim Alt Birim Hedefi", "Objective"]
    case .statement:
      ["Risk", "Tespit Edilen Risk", "Tespit Edilen Riskler", "Risk Tanımı", "Riskler", "Risk Adı", "Statement"]
    case .cause: ["Sebepler", "Neden", "Nedenler", "Riskin Sebebi", "Cause"]
    case .event: ["Risk Olayı", "Event"]
    case .consequence: ["Sonuçlar", "Riskin Sonucu", "Consequence"]
    case .controls: ["Mevcut Kontroller", "Mevcut Kontrol", "Kontroller", "Mevcut Kontrol ve Önlemler", "Controls"]
    case .impact: ["Doğal Etki", "Etki (E)", "E", "Etki Puanı", "Şiddet", "Impact"]
    case .likelihood: ["Doğal Olasılık", "Olasılık (O)", "O", "Olasılık Puanı", "İhtimal", "Likelihood"]
    case .score:
      ["Risk Puanı", "Puan", "R", "Doğal Risk Puanı", "Doğal Puan", "Risk Skoru", "R=OxE", "R=ExO", "R=OxŞ", "Score"]
    case .level: ["Düzey", "Seviye", "Risk Seviyesi", "Önem", "Level"]
    case .change: ["Değişim", "Riskin Yönü", "Yön", "Change"]
    case .plannedControls:
      ["Yeni Kontroller", "Ek Kontroller", "Yeni/Ek Kontroller", "Yeni/Ek/Kaldırılan Kontroller", "Planned Controls"]
    case .startedOn: ["Başlangıç", "Başlama Tarihi", "Tarih", "Start"]
    case .owner: ["Risk Sahibi", "Sahibi", "Sorumlu", "Owner"]
    case .notes: ["Açıklamalar", "Not", "Notlar", "Notes"]
    case .response: ["Cevap", "Riske Verilen Cevaplar", "Risk Cevabı", "Response"]
    case .residualImpact: ["Kalıntı Etki", "Artık Risk Etki", "Residual Impact"]
    case .residualLikelihood: ["Kalıntı Olasılık", "Artık Risk Olasılık", "Residual Likelihood"]
    case .residualScore: ["Artık Puan", "Kalıntı Risk Puanı", "Kalıntı Puan", "Artık Risk", "Residual Score"]
    case .targetImpact: ["Target Impact"]
    case .targetLikelihood: ["Target Likelihood"]
    case .targetScore: ["Hedef Puan"]
    case .category: ["Risk Kategorisi", "Risk Türü", "Category"]
    case .source: ["Kaynak", "Risk Kaynağı", "İç/Dış"]
    case .keyRisk: ["Anahtar Risk"]
    case .keyRiskReason: []
    case .methodology: ["Methodology"]
    case .assessedOn: ["Güncelleme Tarihi", "Değerlendirme Günü"]
    case .reason: ["Gerekçe"]
    case .kind: ["Tür (Tehdit/Fırsat)", "Riskin Niteliği", "Risk mi Fırsat mı", "Fırsat / Tehdit", "Kind"]
    case .process: ["Süreç", "Süreç Adı", "Faaliyet", "İş Süreci", "Süreç / Alt Süreç", "Process"]
    case .project: ["Proje Adı", "Project"]
    case .controllability: ["Kontrol Edilebilir mi", "Kontrol Edilebilirliği", "Controllability"]
    case .identificationMethod:
      ["Belirleme Yöntemi", "Risk Tespit Yöntemi", "Risk Belirleme Yöntemi", "Identification Method"]
    case .declaredScore, .declaredLevel, .sourceReference, .impactDimensions, .residualDimensions, .targetDimensions: []
    }
  }

  /// Name on screen, for choosing columns by hand.
  var name: Localized { Localized(header, rawValue) }

  /// The field a header names; `nil` where it names none.
  init?(header: String) {
    guard let field = FormField.byKey[FormField.key(header)] else { return nil }
    self = field
  }

  /// Headers meet folded, with everything but letters and digits as one space.
  static func key(_ header: String) -> String {
    TurkishText.fold(header).split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }

  private static let byKey: [String: FormField] = {
    var map: [String: FormField] = [:]
    for field in allCases { for header in [field.header] + field.synonyms { map[key(header)] = field } }
    return map
  }()
}

/// The columns that people may choose from when correcting a mapping: form name and label.
public let importableFields: [(field: String, name: Localized)] = FormField.allCases.map { ($0.rawValue, $0.name) }
