import GuvenceCore

extension ChartTables {
  /// What a document is at a step.
  struct DocumentUse {
    let step: Step
    /// Whether an earlier step, or somebody outside, already had it.
    let comesIn: Bool
  }

  /// Every use of a document, in the order of the chart. A document comes in where a step before it on some way from
  /// the start has it, or where the card names it as an input; otherwise the step makes it.
  func uses(of document: String) -> [DocumentUse] {
    let before = earlierSteps
    let isInput = isNamed(document, in: process.card.inputs)
    let holders = Set(chart.steps.indices.filter { chart.steps[$0].documents.contains(document) })
    return chart.steps.indices.filter(holders.contains).map { at in
      let hasEarlier = holders.contains { before[at][$0] && $0 != at }
      return DocumentUse(step: chart.steps[at], comesIn: isInput || hasEarlier)
    }
  }

  /// For each step which steps come before it, rework loops not counted.
  private var earlierSteps: [[Bool]] {
    let graph = ChartGraph(chart)
    let isBack = graph.feedback
    return (0..<graph.count).map { step in
      var seen = [Bool](repeating: false, count: graph.count)
      var waiting = [step]
      while let at = waiting.popLast() {
        for edge in graph.reaching[at] where !isBack[edge] && !seen[graph.edges[edge].source] {
          seen[graph.edges[edge].source] = true
          waiting.append(graph.edges[edge].source)
        }
      }
      return seen
    }
  }

  private func isNamed(_ document: String, in list: [String]) -> Bool {
    let wanted = TurkishText.fold(document)
    return list.map(TurkishText.fold).contains { $0 == wanted || $0.contains(wanted) || wanted.contains($0) }
  }

  /// Document list (belge listesi): where each comes from and who uses it.
  public var documents: ChartTable {
    let rows = chart.documents.enumerated().map { at, document -> [String] in
      let uses = uses(of: document)
      let makers = uses.filter { !$0.comesIn }
      let source =
        makers.isEmpty
        ? Localized("Dışarıdan gelir", "Comes from outside")(language)
        : makers.map(\.step.short).joined(separator: ", ")
      return [
        "\(at + 1)", document, source, makers.compactMap(\.step.role).uniqued.joined(separator: ", "),
        uses.filter(\.comesIn).map(\.step.short).joined(separator: ", "),
        uses.compactMap(\.step.system).uniqued.joined(separator: ", "),
        isNamed(document, in: process.card.outputs)
          ? Localized("Sürecin çıktısı", "Output of the process")(language) : "",
      ]
    }
    return ChartTable(
      id: "documents", title: Localized("Belge listesi", "Documents"),
      columns: [
        Localized("Sıra", "No"), Localized("Belge", "Document"), Localized("Düzenlendiği adım", "Made in step"),
        Localized("Düzenleyen", "Made by"), Localized("Kullanıldığı adımlar", "Used in steps"),
        Localized("Sistem", "System"), Localized("Not", "Note"),
      ], rows: rows, note: rows.isEmpty ? Localized("Adımlarda belge yok.", "No step names a document.") : nil)
  }

  /// Documents by step: what comes in, what goes out.
  public var documentFlow: ChartTable {
    let rows = chart.steps.filter { !$0.documents.isEmpty }.map { step -> [String] in
      let (coming, made) = (
        step.documents.filter { comesIn($0, step) }, step.documents.filter { !comesIn($0, step) }
      )
      return [
        step.number, step.name, step.role ?? "", coming.joined(separator: "; "), made.joined(separator: "; "),
        step.system ?? "",
      ]
    }
    return ChartTable(
      id: "document-flow", title: Localized("Adımlara göre belgeler", "Documents by step"),
      columns: [
        Localized("No", "No"), Localized("Adım", "Step"), Localized("Sorumlu", "Role"),
        Localized("Giren belge", "Comes in"), Localized("Düzenlenen belge", "Made here"), Localized("Sistem", "System"),
      ], rows: rows)
  }

  private func comesIn(_ document: String, _ step: Step) -> Bool {
    uses(of: document).first { $0.step.id == step.id }?.comesIn ?? false
  }

  /// Words that make a document a report.
  private static let reportWords = [
    "rapor", "cetvel", "icmal", "çizelge", "istatistik", "beyanname", "bilanço", "mizan", "bülten", "faaliyet sonuç",
  ].map(TurkishText.fold)

  /// Reporting inventory (raporlama envanteri): the documents whose name says that they report, who prepares and signs
  /// them and who receives them.
  public var reports: ChartTable {
    let names = chart.documents.filter { name in
      let folded = TurkishText.fold(name)
      return ChartTables.reportWords.contains { folded.contains($0) }
    }
    let rows = names.enumerated().map { at, name -> [String] in
      let steps = uses(of: name).map(\.step)
      let maker = steps.first?.role ?? ""
      let signers = steps.filter { $0.action == .sign || $0.action == .approve }.compactMap(\.role).uniqued
      let readers = steps.compactMap(\.role).uniqued.filter { $0 != maker && !signers.contains($0) }
      return [
        "\(at + 1)", name, maker, signers.joined(separator: ", "), readers.joined(separator: ", "),
        steps.map(\.short).joined(separator: ", "), steps.compactMap(\.system).uniqued.joined(separator: ", "),
        steps.first?.duration?.text(language) ?? "",
      ]
    }
    return ChartTable(
      id: "reports", title: Localized("Raporlama envanteri", "Reporting inventory"),
      columns: [
        Localized("Sıra", "No"), Localized("Rapor", "Report"), Localized("Hazırlayan", "Prepared by"),
        Localized("İmzalayan veya onaylayan", "Signed or approved by"), Localized("Kullanan", "Used by"),
        Localized("Adımlar", "Steps"), Localized("Sistem", "System"), Localized("Süre", "Duration"),
      ], rows: rows,
      note: Localized(
        "Adında rapor, cetvel, icmal, çizelge, beyanname gibi bir söz geçen belgeler.",
        "Documents whose Turkish name says that they report."))
  }
}
