import GuvenceCore
import GuvenceProcesses

/// What a BPMN file holds besides the chart, as text and as JSON.
extension ProcessOutput {
  /// Lines printed at most.
  private static let mostForeign = 100

  static func say(_ elements: [ForeignElement], _ call: Invocation) {
    guard !elements.isEmpty else { return }
    call.say(
      Localized(
        "Dosyadan gelen salt okunur öğeler (\(elements.count)):", "Read-only elements of the file (\(elements.count)):")
    )
    for element in elements.prefix(mostForeign) {
      let title = element.title.isEmpty ? "" : " «\(element.title.shortened())»"
      call.say("  \(element.kind(call.language))\(title), \(element.place.words(call.language))")
    }
    if elements.count > mostForeign {
      let rest = elements.count - mostForeign
      call.say(Localized("  \(rest) öğe daha", "  \(rest) more"))
    }
  }

  static func json(_ element: ForeignElement, _ language: Language) -> JSON {
    .members([
      "id": .text(element.id), "element": .text(element.element), "name": .text(element.name),
      "step": .optional(element.step), "place": .text(element.place.words(language)),
    ])
  }
}
