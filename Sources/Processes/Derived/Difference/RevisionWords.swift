import GuvenceCore

/// Puts a difference into the lines of the revision record.
struct RevisionWords {
  private let difference: ChartDifference
  private let language: Language

  init(_ difference: ChartDifference, _ language: Language) {
    (self.difference, self.language) = (difference, language)
  }

  // MARK: steps

  func steps() -> [RevisionRow] {
    let d = difference
    let added = d.added.map { step in
      RevisionRow(kind: .added, step: step.id, subject: subject(step), field: "", old: "", new: step.role ?? "")
    }
    let removed = d.removed.map { step in
      RevisionRow(kind: .removed, step: step.id, subject: subject(step), field: "", old: step.role ?? "", new: "")
    }
    let moved = d.laneMoves.map { move in
      RevisionRow(
        kind: .moved, step: move.id, subject: subject(move.id), field: Localized("Sorumlu", "Role")(language),
        old: move.old ?? "", new: move.new ?? "")
    }
    let changed = d.changed.flatMap { change in
      change.fields.map {
        RevisionRow(
          kind: .changed, step: change.id, subject: subject(change.id), field: $0.field.name(language),
          old: $0.old(language), new: $0.new(language))
      }
    }
    return added + removed + moved + changed
  }

  private func subject(_ id: String) -> String {
    (difference.new.step(id) ?? difference.old.step(id)).map(subject) ?? id
  }

  private func subject(_ step: Step) -> String {
    let word = Localized("Adım", "Step")(language)
    return step.number.isEmpty ? "\(word) «\(step.name)»" : "\(word) \(step.number) «\(step.name)»"
  }

  // MARK: lanes and order

  func lanes() -> [RevisionRow] {
    let word = Localized("Rol", "Role")(language)
    func row(_ kind: RevisionRow.Kind, _ role: String) -> RevisionRow {
      RevisionRow(kind: kind, step: nil, subject: "\(word) «\(role)»", field: "", old: "", new: "")
    }
    return difference.lanesAdded.map { row(.added, $0) } + difference.lanesRemoved.map { row(.removed, $0) }
  }

  func order() -> [RevisionRow] {
    let d = difference
    var rows: [RevisionRow] = []
    func add(_ subject: Localized, _ old: [String], _ new: [String]) {
      rows.append(
        RevisionRow(
          kind: .changed, step: nil, subject: subject(language), field: "", old: old.joined(separator: ", "),
          new: new.joined(separator: ", ")))
    }
    if !d.renumbered.isEmpty {
      add(Localized("Adım numaraları", "Numbers of steps"), d.renumbered.map(\.old), d.renumbered.map(\.new))
    }
    if !d.reordered.isEmpty {
      let moved = Set(d.reordered)
      func places(_ chart: Chart) -> [String] {
        chart.steps.enumerated().filter { moved.contains($1.id) }.map { "\($0 + 1). \($1.name)" }
      }
      add(Localized("Adımların sırası", "Order of steps"), places(d.old), places(d.new))
    }
    if d.areLanesReordered { add(Localized("Rollerin sırası", "Order of roles"), d.old.lanes, d.new.lanes) }
    return rows
  }

  // MARK: flows

  /// Flows between steps that are in both versions.
  func flows() -> [RevisionRow] {
    let d = difference
    let known = Set(d.old.steps.map(\.id)).intersection(d.new.steps.map(\.id))
    func isTold(_ flow: Flow) -> Bool { known.contains(flow.source) && known.contains(flow.target) }
    let branch = Localized("Kol", "Branch")(language)
    return d.flowsAdded.filter(isTold).map { row(.added, $0, old: "", new: $0.label) }
      + d.flowsRemoved.filter(isTold).map { row(.removed, $0, old: $0.label, new: "") }
      + d.flowsRelabelled.map { row(.changed, $0.new, field: branch, old: $0.old.label, new: $0.new.label) }
  }

  private func row(
    _ kind: RevisionRow.Kind, _ flow: Flow, field: String = "", old: String, new: String
  ) -> RevisionRow {
    let text = "\(short(flow.source)) → \(short(flow.target))"
    return RevisionRow(
      kind: kind, step: flow.source, subject: "\(Localized("Akış", "Flow")(language)) \(text)", field: field, old: old,
      new: new)
  }

  private func short(_ id: String) -> String {
    guard let step = difference.new.step(id) ?? difference.old.step(id) else { return id }
    return step.number.isEmpty ? "«\(step.name)»" : step.number
  }

  // MARK: points

  func risks() -> [RevisionRow] {
    points(difference.risks, Localized("Risk", "Risk")) { risk in
      [
        (Localized("Adım", "Step"), short(risk.step)), (Localized("Metin", "Text"), risk.text),
        (Localized("Neden", "Cause"), risk.cause), (Localized("Sonuç", "Effect"), risk.effect),
        (Localized("Düzey", "Level"), risk.level?.name(language) ?? ""),
      ]
    }
  }

  func controls() -> [RevisionRow] {
    points(difference.controls, Localized("Kontrol", "Control")) { control in
      [
        (Localized("Adım", "Step"), short(control.step)), (Localized("Metin", "Text"), control.text),
        (Localized("Risk", "Risk"), control.risk), (Localized("Tür", "Kind"), control.kind.name(language)),
        (Localized("Dayanak", "Basis"), control.basis),
      ]
    }
  }

  private func points<Point>(
    _ changes: PointChanges<Point>, _ word: Localized, fields: (Point) -> [(Localized, String)]
  ) -> [RevisionRow] {
    func subject(_ point: Point) -> String { "\(word(language)) \(point.id)" }
    return changes.added.map {
      RevisionRow(kind: .added, step: $0.step, subject: subject($0), field: "", old: "", new: $0.text)
    }
      + changes.removed.map {
        RevisionRow(kind: .removed, step: $0.step, subject: subject($0), field: "", old: $0.text, new: "")
      }
      + changes.changed.flatMap { change in
        zip(fields(change.old), fields(change.new)).filter { $0.1 != $1.1 }.map { old, new in
          RevisionRow(
            kind: .changed, step: change.new.step, subject: subject(change.new), field: new.0(language), old: old.1,
            new: new.1)
        }
      }
  }
}
