import GuvenceCore

/// BPMN's elements in words.
enum BPMNKinds {
  /// The name of an element; the element's own where it is none of BPMN's usual ones.
  static func name(_ element: String) -> Localized { names[element] ?? Localized(element, element) }

  /// The Turkish name within a sentence.
  static func lowercased(_ element: String) -> String { TurkishText.lowercase(name(element).turkish) }

  /// That the step of this name, of this element, is read-only.
  static func cannotBeEdited(_ name: String, _ element: String) -> Localized {
    let (shown, kind) = (name.shortened(), self.name(element).english)
    return Localized(
      "«\(shown)» düzenlenemez (\(lowercased(element)))",
      "«\(shown)» cannot be edited (\(kind.prefix(1).lowercased() + kind.dropFirst()))")
  }

  private static let names: [String: Localized] = [
    "startEvent": Localized("Başlangıç olayı", "Start event"), "endEvent": Localized("Bitiş olayı", "End event"),
    "intermediateCatchEvent": Localized("Bekleyen ara olay", "Intermediate catch event"),
    "intermediateThrowEvent": Localized("Bildiren ara olay", "Intermediate throw event"),
    "boundaryEvent": Localized("Adım üzerindeki olay", "Boundary event"),
    "task": Localized("Görev", "Task"), "userTask": Localized("Kullanıcı görevi", "User task"),
    "manualTask": Localized("Elle yapılan görev", "Manual task"),
    "serviceTask": Localized("Hizmet görevi", "Service task"), "scriptTask": Localized("Betik görevi", "Script task"),
    "sendTask": Localized("Gönderme görevi", "Send task"), "receiveTask": Localized("Alma görevi", "Receive task"),
    "businessRuleTask": Localized("İş kuralı görevi", "Business rule task"),
    "callActivity": Localized("Çağrılan süreç", "Call activity"),
    "subProcess": Localized("Alt süreç", "Sub-process"),
    "adHocSubProcess": Localized("Sırası serbest alt süreç", "Ad-hoc sub-process"),
    "transaction": Localized("Bütün olarak yürüyen alt süreç", "Transaction"),
    "exclusiveGateway": Localized("Karar", "Exclusive gateway"),
    "parallelGateway": Localized("Paralel geçit", "Parallel gateway"),
    "inclusiveGateway": Localized("Kapsayıcı geçit", "Inclusive gateway"),
    "eventBasedGateway": Localized("Olaya bağlı geçit", "Event-based gateway"),
    "complexGateway": Localized("Karmaşık geçit", "Complex gateway"),
    "participant": Localized("İçi kapalı havuz", "Closed pool"),
    "messageFlow": Localized("İleti akışı", "Message flow"),
    "conversationLink": Localized("Görüşme bağı", "Conversation link"),
    "textAnnotation": Localized("Not", "Text annotation"), "group": Localized("Grup", "Group"),
    "dataObjectReference": Localized("Belge", "Data object"),
    "dataStoreReference": Localized("Veri deposu", "Data store"),
  ]
}
