import GuvenceCore
import GuvenceMarkup

/// The unit procedure (birim işlem yönergesi) that follows from a process: purpose, scope, basis, responsibilities,
/// what is done step by step, documents, risks and controls. A draft for the owner to complete, made anew with each
/// version of the chart.
public struct ProcedureText: Hashable, Sendable {
  /// One piece of a section.
  public enum Block: Hashable, Sendable {
    /// Running text.
    case paragraph(String)
    /// Sentences or names, one per line.
    case list([String])
    /// Headed paragraphs in order: the steps.
    case steps([Item])
    /// A table.
    case table(ChartTable)
  }

  /// A step: what it is called, who answers for it, what is done.
  public struct Item: Hashable, Sendable {
    /// Step id.
    public let step: String
    /// `4. Hane ziyareti ve inceleme`.
    public let title: String
    /// Sentences.
    public let text: String
  }

  /// A numbered section.
  public struct Section: Hashable, Sendable {
    /// Stable: `purpose`.
    public let id: String
    /// `1. Amaç`.
    public let title: String
    /// Content in order; never empty.
    public let blocks: [Block]
  }

  /// `Sosyal yardım başvurusu işlem yönergesi`.
  public let title: String
  /// Sections in order.
  public let sections: [Section]
  /// The language it is written in.
  public let language: Language
  /// Digest of the process it was made of.
  private let digest: String

  /// The procedure of `process`; statutory time limits are those of `day`, or the newest.
  public init(_ process: WorkProcess, _ language: Language = .turkish, on day: Day? = nil) {
    (self.language, digest) = (language, process.digest)
    let name = process.card.name(language)
    title = Localized("\(name): işlem yönergesi", "\(name): procedure")(language)
    let writer = ProcedureWriter(process, language, day)
    let all: [(String, Localized, [Block])] = [
      ("purpose", Localized("Amaç", "Purpose"), writer.purpose()),
      ("scope", Localized("Kapsam", "Scope"), writer.scope()),
      ("basis", Localized("Dayanak", "Legal basis"), writer.basis()),
      ("responsibilities", Localized("Sorumluluklar", "Responsibilities"), writer.responsibilities()),
      ("steps", Localized("Uygulama", "Steps"), writer.steps()),
      ("durations", Localized("Süreler", "Durations"), writer.durations()),
      ("documents", Localized("Belgeler", "Documents"), writer.documents()),
      ("risks", Localized("Riskler ve kontroller", "Risks and controls"), writer.risks()),
      ("force", Localized("Yürürlük ve yürütme", "Entry into force"), writer.force()),
    ]
    sections = all.filter { !$0.2.isEmpty }.enumerated().map { at, part in
      Section(id: part.0, title: "\(at + 1). \(part.1(language))", blocks: part.2)
    }
  }

  /// The procedure as an article; headings are h1 and h2. With `header` it has the head and the signatures of the
  /// printed forms, whose looks come from `reports/forms.css`, and the digest of the chart it was made of.
  public func node(_ header: FormHeader? = nil) -> Node {
    let sheet = header.map {
      FormSheet(header: $0, title: title, paper: .a4Portrait, language: language, digest: digest)
    }
    return article(.class("procedure report"), .lang(language.rawValue)) {
      if let sheet { div(.class("form-frame")) { sheet.head(nil, 0) } }
      h1(title, .class(sheet == nil ? nil : "no-print"))
      for part in sections {
        section(.class("procedure-section"), .id("procedure-\(part.id)")) {
          h2(part.title)
          for block in part.blocks { node(block) }
        }
      }
      if let sheet { div(.class("form-frame")) { sheet.foot() } }
    }
  }

  private func node(_ block: Block) -> Node {
    switch block {
    case .paragraph(let text): p(text)
    case .list(let items): ul(.class("report-list")) { for item in items { li(item) } }
    case .table(let table): table.node(language)
    case .steps(let items):
      div(.class("procedure-steps")) {
        for item in items {
          p {
            strong(item.title.hasSuffix("?") ? item.title : item.title + ".")
            " " + item.text
          }
        }
      }
    }
  }
}
