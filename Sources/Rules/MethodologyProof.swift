import GuvenceCore
import GuvenceDataFiles

/// What is wrong with a methodology beyond the shape of its file: gaps, overlaps, levels that fall while a factor
/// rises, colours that cannot be read.
struct MethodologyProof {
  private let methodology: Methodology
  private let root: DataNode

  init(_ methodology: Methodology, root: DataNode) { (self.methodology, self.root) = (methodology, root) }

  func findings() -> [Diagnostic] {
    let findings =
      scale(methodology.likelihood, "likelihood") + scale(methodology.impact, "impact") + levels() + dimensions()
      + table()
    return findings.contains { $0.severity == .error } ? findings : findings + scoring()
  }

  private func node(_ path: String...) -> DataNode { path.reduce(root) { $0[$1] ?? $0 } }

  private func scale(_ scale: Scale, _ key: String) -> [Diagnostic] {
    let list = node(key, "steps")
    var findings: [Diagnostic] = []
    if !(2...20).contains(scale.steps.count) {
      findings.append(list.finding(code: "bad-scale", message: "a scale has 2 to 20 steps"))
    }
    for (index, step) in scale.steps.enumerated() where step.value != index + 1 {
      let place = list.items?[index]["value"] ?? list
      findings.append(
        place.finding(
          code: "scale-gap", message: "step \(index + 1) has the value \(step.value)",
          remedy: "number the steps 1, 2, 3 … from the lowest"))
      break
    }
    return findings
  }

  private func levels() -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var (ids, shapes): (Set<String>, Set<String>) = ([], [])
    if !(2...12).contains(methodology.levels.count) {
      findings.append(node("levels").finding(code: "bad-levels", message: "a methodology has 2 to 12 levels"))
    }
    for (index, level) in methodology.levels.enumerated() {
      let item = node("levels").items?[index] ?? root
      if !ids.insert(level.id).inserted {
        findings.append(
          (item["id"] ?? item).finding(code: "duplicate-id", message: "the level \(level.id) is given twice"))
      }
      if !shapes.insert(level.shape).inserted {
        findings.append(
          (item["shape"] ?? item).finding(
            .warning, code: "duplicate-shape", message: "two levels share the shape \(level.shape)",
            remedy: "give each level its own, so that it can be told in grey print"))
      }
      findings += colours(of: level, item)
    }
    return findings
  }

  private func colours(of level: Level, _ item: DataNode) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for (key, text) in [("background", level.background), ("foreground", level.foreground)]
    where Colour(hex: text) == nil {
      findings.append(
        (item[key] ?? item).finding(
          code: "bad-colour", message: "\(text) is not a colour", remedy: "write it as \"#RRGGBB\""))
    }
    if let back = Colour(hex: level.background), let front = Colour(hex: level.foreground),
      back.contrast(with: front) < 4.5
    {
      findings.append(
        (item["foreground"] ?? item).finding(
          .warning, code: "low-contrast", message: "the text of \(level.id) has less contrast than 4.5 : 1",
          remedy: "choose a darker or lighter text colour (WCAG 2.1, 1.4.3)"))
    }
    return findings
  }

  private func dimensions() -> [Diagnostic] {
    let list = node("dimensions")
    var findings: [Diagnostic] = []
    var ids: Set<String> = []
    for (index, dimension) in methodology.dimensions.enumerated() {
      let item = list.items?[index] ?? list
      if !ids.insert(dimension.id).inserted {
        findings.append(item.finding(code: "duplicate-id", message: "the dimension \(dimension.id) is given twice"))
      }
      if dimension.criteria.count != methodology.impact.steps.count {
        findings.append(
          (item["criteria"] ?? item).finding(
            code: "wrong-count",
            message: "\(dimension.criteria.count) criteria for \(methodology.impact.steps.count) steps of impact"))
      }
    }
    let sum = methodology.dimensions.reduce(0) { $0 + $1.weight }
    switch methodology.combination {
    case .weighted where sum != 1000:
      findings.append(list.finding(code: "bad-weights", message: "the weights add up to \(sum) thousandths, not to 1"))
    case .maximum where methodology.dimensions.isEmpty, .weighted where methodology.dimensions.isEmpty:
      findings.append(
        node("combination").finding(
          code: "missing-key", message: "\(methodology.combination.rawValue) needs dimensions",
          remedy: "list the dimensions, or write combination: single"))
    case .maximum where sum != 0, .single where sum != 0:
      findings.append(
        list.finding(.warning, code: "unused-weights", message: "weights count only under combination: weighted"))
    default: break
    }
    return findings
  }

  /// Level ids in bands and cells exist; the matrix has the size of the scales.
  private func table() -> [Diagnostic] {
    var findings: [Diagnostic] = []
    let ids = methodology.levels.map(\.id)
    func check(_ id: String, _ place: DataNode) {
      if ids.contains(id) { return }
      let near = nearest(to: id, among: ids).map { "did you mean \($0)? " } ?? ""
      findings.append(
        place.finding(
          code: "not-allowed", message: "there is no level \(id)",
          remedy: near + "levels: \(ids.joined(separator: ", "))"))
    }
    switch methodology.scoring {
    case .product(let bands):
      for (index, band) in bands.enumerated() {
        let item = node("scoring", "product").items?[index] ?? root
        check(band.level, item["level"] ?? item)
      }
    case .matrix(let cells):
      let rows = node("scoring", "matrix")
      if cells.count != methodology.likelihood.steps.count {
        findings.append(
          rows.finding(
            code: "incomplete-matrix",
            message: "\(cells.count) rows for \(methodology.likelihood.steps.count) steps of likelihood"))
      }
      for (index, row) in cells.enumerated() {
        let place = rows[String(index + 1)] ?? rows
        if row.count != methodology.impact.steps.count {
          findings.append(
            place.finding(
              code: "incomplete-matrix",
              message: "\(row.count) cells for \(methodology.impact.steps.count) steps of impact"))
        }
        for (column, id) in row.enumerated() { check(id, place.items?[column] ?? place) }
      }
    }
    return findings
  }

  private func scoring() -> [Diagnostic] {
    switch methodology.scoring {
    case .product(let bands): bandFindings(bands)
    case .matrix(let cells): matrixFindings(cells)
    }
  }

  private func bandFindings(_ bands: [Band]) -> [Diagnostic] {
    let list = node("scoring", "product")
    let items = list.items ?? []
    var findings: [Diagnostic] = []
    var reached: Set<Int> = []
    var highest = 0
    for score in MethodologyProof.reachableScores(methodology) {
      let holding = bands.indices.filter { bands[$0].from <= score && score <= bands[$0].through }
      reached.formUnion(holding)
      guard let first = holding.first else {
        findings.append(
          list.finding(
            code: "band-gap", message: "no band holds the score \(score)", remedy: "extend the band below or above it"))
        continue
      }
      if holding.count > 1 {
        findings.append(
          items[holding[1]].finding(
            code: "band-overlap", message: "the score \(score) already has a band in line \(items[first].mark.line)"))
      }
      let rank = methodology.level(bands[first].level)?.rank ?? 0
      if rank < highest {
        findings.append(
          items[first].finding(code: "not-monotone", message: "the level falls although the score rises to \(score)"))
      }
      highest = max(highest, rank)
    }
    for index in bands.indices where !reached.contains(index) {
      findings.append(
        items[index].finding(.warning, code: "unreachable-band", message: "no score of the scales lies in this band"))
    }
    return findings + unreached(Set(bands.map(\.level)))
  }

  private func matrixFindings(_ cells: [[String]]) -> [Diagnostic] {
    let rows = node("scoring", "matrix")
    var findings: [Diagnostic] = []
    let ranks = cells.map { row in row.map { methodology.level($0)?.rank ?? 0 } }
    for (l, row) in ranks.enumerated() {
      for (i, rank) in row.enumerated() {
        let below = max(l > 0 ? ranks[l - 1][i] : 0, i > 0 ? row[i - 1] : 0)
        if rank >= below { continue }
        let line = rows[String(l + 1)] ?? rows
        findings.append(
          (line.items?[i] ?? line).finding(
            code: "not-monotone",
            message: "the level of likelihood \(l + 1), impact \(i + 1) is lower than that of a smaller pair"))
      }
    }
    return findings + unreached(Set(cells.joined()))
  }

  private func unreached(_ used: Set<String>) -> [Diagnostic] {
    methodology.levels.enumerated().filter { !used.contains($0.element.id) }.map { index, level in
      (node("levels").items?[index] ?? root).finding(
        .warning, code: "unreached-level", message: "no score leads to the level \(level.id)")
    }
  }

  /// The distinct products of the two scales, rising.
  static func reachableScores(_ methodology: Methodology) -> [Int] {
    let products = methodology.likelihood.range.flatMap { l in methodology.impact.range.map { l * $0 } }
    return Array(Set(products)).sorted()
  }
}
