import GuvenceApplication
import GuvenceCore
import GuvenceRegister

/// Relations and suggestions as text and as JSON.
enum RelationOutput {
  static func say(_ map: RelationMap, _ call: Invocation) {
    call.say(
      [
        Localized("Risk", "Risk"), Localized("İlişki", "Relation"), Localized("Öteki risk", "Other risk"),
        Localized("Açıklama", "Remarks"),
      ],
      map.relations.map { relation in
        [
          map.node(relation.fromID)?.reference ?? "", relation.kind.name(call.language),
          map.node(relation.toID)?.reference ?? "", relation.note,
        ]
      })
    call.say("")
    for node in map.nodes {
      for line in hanging("\(node.reference)  ", node.statement, call.width, indent: 2) { call.say(line) }
    }
  }

  static func json(_ map: RelationMap) -> JSON {
    .members([
      "risks": .array(
        map.nodes.map {
          .members([
            "reference": .text($0.reference), "unit": .text($0.unitCode), "statement": .text($0.statement),
            "levelId": .optional($0.level?.id),
          ])
        }),
      "relations": .array(
        map.relations.map { relation in
          .members([
            "from": .optional(map.node(relation.fromID)?.reference), "kind": .text(relation.kind.rawValue),
            "to": .optional(map.node(relation.toID)?.reference), "note": .text(relation.note),
            "recordedAt": .text(relation.recorded.at.description), "recordedBy": .text(relation.recorded.by),
          ])
        }),
    ])
  }

  static func say(_ page: SuggestionsPage, _ call: Invocation) {
    guard let directorate = page.directorate else {
      let ids = page.directorates.map(\.id).joined(separator: ", ")
      return call.say(
        Localized(
          "Birim katalogdaki bir müdürlüğe benzemiyor; --directorate ile seçin: \(ids)",
          "The unit resembles no directorate of the catalogue; choose one with --directorate: \(ids)"))
    }
    call.say(directorate.name(call.language))
    for suggestion in page.suggestions {
      let adopted = suggestion.adopted.isEmpty ? "" : " ✓ " + suggestion.adopted.joined(separator: ", ")
      call.say("  \(suggestion.entry)\(adopted)")
      for line in hanging("    ", suggestion.risk.statement, call.width, indent: 4) { call.say(line) }
    }
    call.say(
      Localized(
        "Öneriler örnektir; resmî kaynaktan değildir, biriminize göre düzeltin.",
        "Suggestions are examples, not from an official source; fit them to your unit."))
  }

  static func json(_ page: SuggestionsPage) -> JSON {
    .members([
      "unit": .optional(page.unit?.code), "directorate": .optional(page.directorate?.id),
      "suggestions": .array(
        page.suggestions.map { suggestion in
          .members([
            "entry": .text(suggestion.entry), "statement": .text(suggestion.risk.statement),
            "category": .text(suggestion.risk.category), "source": .text(suggestion.citation.text),
            "verified": .boolean(suggestion.citation.isVerified),
            "adopted": .array(suggestion.adopted.map { .text($0) }),
          ])
        }),
    ])
  }
}
