import GuvenceCore
import GuvenceRules

/// Renders a document as text of a fixed width, for a terminal.
public struct TextRenderer: Sendable {
  /// Language of headings and words.
  let language: Language
  /// Columns of the terminal.
  let width: Int

  /// The document as lines of at most `width` characters (at least 40); a table with more columns than fit is wider.
  /// Control characters of entered text become blanks, so that it cannot steer the terminal.
  public static func render(_ document: Document, width: Int = 100, language: Language = .turkish) -> String {
    let renderer = TextRenderer(language: language, width: max(40, width))
    let parts = [renderer.head(document.title)] + document.sections.map(renderer.section)
    return parts.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private func head(_ title: TitleBlock) -> [String] {
    let heading = TextLine.clean("\(title.administration) – \(title.title(language))")
    let facts = title.facts.map { fact in
      (
        fact.label(language),
        fact.value.text(language) + (fact.isUnverified ? " (\(TitleBlock.unverifiedMark(language)))" : "")
      )
    }
    let labelWidth = facts.reduce(0) { max($0, $1.0.count) }
    let lines = facts.map { TextLine.fitted($0.0, labelWidth + 2, .start) + TextLine.clean($0.1) }
    let sample = title.isSample ? [TitleBlock.sampleMark(language)] : []
    return TextLine.wrapped(heading, width) + [String(repeating: "=", count: min(width, heading.count))] + sample + [""]
      + lines
  }

  private func section(_ section: Document.Section) -> [String] {
    let title = section.title(language)
    return [title, String(repeating: "-", count: min(width, title.count))] + section.blocks.flatMap(block)
  }

  private func block(_ block: Document.Block) -> [String] {
    switch block {
    case .paragraph(let text), .note(let text): wrapped(text, width)
    case .list(let items): items.flatMap(bullet)
    case .table(let table): TextTable(table, language: language, width: width).lines
    case .heatMap(let map, let caption):
      [caption(language)] + TextTable(heatMap: map, language: language, width: width).lines
    case .signatures(let parts): parts.flatMap { ["", "\($0(language)): ____________________"] }
    }
  }

  private func wrapped(_ text: Localized, _ width: Int) -> [String] {
    TextLine.wrapped(TextLine.clean(text(language)), width)
  }

  private func bullet(_ item: Localized) -> [String] {
    wrapped(item, width - 2).enumerated().map { ($0 == 0 ? "• " : "  ") + $1 }
  }
}
