import GuvenceCore
import GuvenceMarkup

/// Renders a document as HTML. Classes only, no inline style: `reports/print.css` and `PageStyle` give it its looks.
public struct HTMLRenderer: Sendable {
  /// Language of headings and words.
  public let language: Language
  /// The address of a risk's page by its reference number; `nil` for no link.
  public let riskAddress: @Sendable (String) -> String?

  /// A renderer; links no risks unless told where they live.
  public init(language: Language, riskAddress: @escaping @Sendable (String) -> String? = { _ in nil }) {
    (self.language, self.riskAddress) = (language, riskAddress)
  }

  /// The document as an `article`, to stand in a page. Its title is an `h1`, sections are `h2`.
  public static func render(_ document: Document, _ language: Language) -> Node {
    HTMLRenderer(language: language).article(document)
  }

  /// A whole file with its style inside, readable without the program. `css` is the text of `reports/print.css`.
  public static func file(_ document: Document, _ language: Language, css: String) -> Node {
    let style = css.replacing("</", with: "<\\/") + "\n" + PageStyle.css(document, language)
    return GuvenceMarkup.document(
      language: language.rawValue, title: "\(document.title.title(language)) – \(document.title.administration)",
      head: .fragment([.raw("<style>\n"), .bytes(Array(style.utf8)), .raw("</style>")]),
      body: .class("report-page")
    ) {
      GuvenceMarkup.main { render(document, language) }
    }
  }

  /// The document as an `article`, to stand in a page.
  public func article(_ document: Document) -> Node {
    GuvenceMarkup.article(.class("report"), .lang(language.rawValue)) {
      head(document.title)
      for part in document.sections { section(part) }
    }
  }

  private func head(_ title: TitleBlock) -> Node {
    header(.class("report-head")) {
      p(title.administration, .class("report-administration"))
      h1(title.title(language))
      p("\(title.period(language)) · \(ReportFormat.day(title.asOf, language))", .class("report-period"))
      if title.isSample { p(TitleBlock.sampleMark(language), .class("report-sample")) }
      dl(.class("report-facts")) {
        for fact in title.facts { self.fact(fact) }
      }
    }
  }

  private func fact(_ fact: TitleBlock.Fact) -> Node {
    div {
      dt(fact.label(language))
      dd {
        content(fact.value)
        if fact.isUnverified {
          " "
          span(TitleBlock.unverifiedMark(language), .class("unverified"))
        }
      }
    }
  }

  private func section(_ part: Document.Section) -> Node {
    GuvenceMarkup.section(.class("report-section report-part-\(part.id)"), .id(part.id)) {
      h2(part.title(language))
      for group in grouped(part.blocks) { self.group(group, under: part.title) }
    }
  }

  /// Heat maps that follow each other stand side by side.
  private func grouped(_ blocks: [Document.Block]) -> [[Document.Block]] {
    blocks.reduce(into: []) { groups, block in
      if case .heatMap = block, case .heatMap = groups.last?.last {
        groups[groups.count - 1].append(block)
      } else {
        groups.append([block])
      }
    }
  }

  private func group(_ blocks: [Document.Block], under title: Localized) -> Node {
    guard case .heatMap = blocks.first else { return .fragment(blocks.map { block($0, under: title) }) }
    return div(.class("heat-maps"), .tabindex(0), .role("group"), .aria("label", title(language))) {
      blocks.map { block($0, under: title) }
    }
  }

  private func block(_ block: Document.Block, under title: Localized) -> Node {
    switch block {
    case .paragraph(let text): p(text(language))
    case .list(let items): ul(.class("report-list")) { for item in items { li(item(language)) } }
    case .table(let table): self.table(table, hidesCaption: table.caption == title)
    case .heatMap(let map, let caption): heatMap(map, caption: caption)
    case .note(let text): p(text(language), .class("report-note"))
    case .signatures(let parts): signatures(parts)
    }
  }

  private func signatures(_ parts: [Localized]) -> Node {
    div(.class("report-signatures")) {
      for part in parts {
        div(.class("report-signature")) {
          p(part(language), .class("report-signature-part"))
          p(Localized("Adı soyadı, unvanı", "Name and title")(language), .class("report-signature-line"))
          p(Localized("Tarih ve imza", "Date and signature")(language), .class("report-signature-line"))
        }
      }
    }
  }
}
