import GuvenceCore
import GuvenceDataFiles

extension CatalogReading {
  /// `catalogs/legal-references.yaml`.
  func legalReferences() -> LegalReferences? {
    file("legal-references.yaml") { object in
      let citation = citation(object)
      var entries: [(norm: Norm, object: ObjectReader)] = []
      let norms = object.objects("norms") { entry in
        let norm = norm(entry, within: citation)
        if let norm { entries.append((norm, entry)) }
        return norm
      }
      checkSuccession(entries)
      guard citation != nil, let norms else { return nil }
      return LegalReferences(norms: norms)
    }
  }

  private func norm(_ object: ObjectReader, within file: Citation?) -> Norm? {
    let id = newID(object, kind: .legalReference)
    let kind = object.choice("kind", as: Norm.Kind.self)
    let (title, short, note) = (object.localized("title"), object.text("short"), object.optionalLocalized("note"))
    let gazette = object.optionalObject("gazette") { gazette -> (day: Day, number: String)? in
      let (day, number) = (gazette.day("day"), gazette.text("number"))
      guard let day, let number else { return nil }
      return (day, number)
    }
    let (effective, until) = (object.day("effective"), object.optionalDay("until"))
    let replacedBy = object.optionalList("replaced_by") { use(.legalReference, $0) }
    let subjects = object.optionalList("subjects") { reader.choice($0, as: LegalSubject.self) }
    let articles = object.optionalObjects("articles", article)
    guard let id, let kind, let title, let short, let effective, let replacedBy, let subjects, let articles else {
      return nil
    }
    if kind != .guide, !object.has("gazette") {
      object.report(
        "gazette", code: "missing-gazette", message: "the gazette of \(id) is not given", remedy: "add gazette")
    }
    let section = gazette.map { "RG \($0.day.turkish)/\($0.number)" } ?? ""
    return Norm(
      id: id, kind: kind, title: title, short: short, gazetteDay: gazette?.day, gazetteNumber: gazette?.number ?? "",
      effective: effective, until: until, replacedBy: replacedBy, subjects: subjects, articles: articles, note: note,
      citation: citation(object, section: section, within: file))
  }

  private func article(_ object: ObjectReader) -> Norm.Article? {
    let id = newID(object, kind: .legalReference)
    let (section, turkish, english) = (object.text("section"), object.text("tr"), object.text("en"))
    guard let id, let section, let turkish, let english else { return nil }
    return Norm.Article(id: id, section: section, title: Localized(turkish, english))
  }

  /// A norm ends the day before its successor starts: never later, and a gap is worth a warning.
  private func checkSuccession(_ entries: [(norm: Norm, object: ObjectReader)]) {
    for (norm, object) in entries {
      if let until = norm.until, until < norm.effective {
        object.report(
          "until", code: "date-order", message: "\(norm.id) ends on \(until), before it starts on \(norm.effective)")
      }
      for (index, id) in norm.replacedBy.enumerated() {
        guard let successor = entries.first(where: { $0.norm.id == id })?.norm else { continue }
        checkHandover(from: norm, to: successor, at: object.node["replaced_by"]?.items?[index] ?? object.node, object)
      }
    }
  }

  private func checkHandover(from norm: Norm, to successor: Norm, at node: DataNode, _ object: ObjectReader) {
    let lastDay = successor.effective.adding(days: -1)
    guard let until = norm.until else {
      reader.report(
        at: node, code: "missing-until", message: "\(norm.id) is replaced by \(successor.id) but has no last day",
        remedy: "add until: \(lastDay)")
      return
    }
    if until > lastDay {
      object.report(
        "until", code: "overlapping-dates",
        message: "\(norm.id) is in force until \(until) although \(successor.id) starts on \(successor.effective)",
        remedy: "write until: \(lastDay)")
    } else if until < lastDay {
      object.report(
        "until", .warning, code: "gap-in-dates",
        message: "nothing is in force between \(norm.id) (until \(until)) and \(successor.id) (\(successor.effective))",
        remedy: "write until: \(lastDay), or leave it where the gap is real")
    }
  }
}
