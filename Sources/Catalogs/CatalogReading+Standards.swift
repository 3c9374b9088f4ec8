import GuvenceCore
import GuvenceDataFiles

extension CatalogReading {
  /// `catalogs/internal-control-standards/`, one file a component.
  func standards() -> InternalControlStandards? {
    let files = folder("internal-control-standards", component)
    guard let files else { return nil }
    let missing = StandardComponent.allCases.filter { wanted in !files.contains { $0.component == wanted } }
    for component in missing {
      reader.add([
        Diagnostic(
          .error, at: .file("catalogs/internal-control-standards"), code: "missing-component",
          message: "no file holds the component \(component.rawValue)", remedy: "restore the file of the component")
      ])
    }
    let order = StandardComponent.allCases
    return InternalControlStandards(components: order.compactMap { wanted in files.first { $0.component == wanted } })
  }

  private func component(_ object: ObjectReader) -> InternalControlStandards.Component? {
    let component = object.choice("component", as: StandardComponent.self)
    if let component { declare(component.rawValue, kind: .component, at: object.node["component"] ?? object.node) }
    _ = object.int("order", in: 1...5)
    _ = object.required("wording").flatMap { reader.choice($0, among: ["ours"]) }
    let (title, citation) = (object.localized("title"), citation(object))
    let standards = object.objects("standards", standard)
    guard let component, let title, let citation, let standards else { return nil }
    checkSequence(standards, of: component, at: object)
    return InternalControlStandards.Component(
      component: component, title: title, standards: standards, citation: citation)
  }

  private func standard(_ object: ObjectReader) -> InternalControlStandards.Standard? {
    let number = code(object, example: "KOS 2", StandardNumber.init)
    let title = object.localized("title")
    let conditions = object.objects("conditions", condition)
    guard let number, let title, let conditions else { return nil }
    for (index, condition) in conditions.enumerated()
    where condition.code.standard != number || condition.code.condition != index + 1 {
      object.report(
        "conditions", code: "code-out-of-sequence",
        message: "condition \(index + 1) of \(number) carries the code \(condition.code)",
        remedy: "number the conditions \(number).1, \(number).2 … in order")
      break
    }
    if conditions.count != number.conditionCount {
      object.report(
        "conditions", code: "condition-count",
        message: "\(number) has \(number.conditionCount) general conditions, here are \(conditions.count)",
        remedy: "compare with the communiqué, RG 26.12.2007/26738")
    }
    return InternalControlStandards.Standard(number: number, title: title, conditions: conditions)
  }

  private func condition(_ object: ObjectReader) -> InternalControlStandards.Condition? {
    let code = code(object, example: "KOS 2.6", StandardCode.init)
    let (turkish, english) = (object.text("tr"), object.text("en"))
    guard let code, let turkish, let english else { return nil }
    return InternalControlStandards.Condition(code: code, subject: Localized(turkish, english))
  }

  private func code<T: CustomStringConvertible>(
    _ object: ObjectReader, example: String, _ read: (String) -> T?
  ) -> T? {
    guard let node = object.required("code"), let text = reader.text(node) else { return nil }
    guard let code = read(text) else {
      reader.report(
        at: node, code: "bad-standard-code", message: "\u{201C}\(text)\u{201D} is not a code of the standards",
        remedy: "write it as \(example); KOS 1–4, RDS 5–6, KFS 7–12, BİS 13–16, İS 17–18")
      return nil
    }
    if code.description != text {
      reader.report(
        .warning, at: node, code: "code-spelling", message: "the code is written \(text)", remedy: "write \(code)")
    }
    return code
  }

  private func checkSequence(
    _ standards: [InternalControlStandards.Standard], of component: StandardComponent, at object: ObjectReader
  ) {
    let wanted = component.standards.compactMap { StandardNumber(component, $0) }
    if standards.map(\.number) != wanted {
      object.report(
        "standards", code: "standard-count",
        message: "\(component.rawValue) has the standards \(wanted.map(\.description).joined(separator: ", "))",
        remedy: "list exactly these, in order")
    }
  }
}
