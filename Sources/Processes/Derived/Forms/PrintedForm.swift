import GuvenceCore
import GuvenceMarkup

/// The printed forms Turkish administrations know their processes by, each as sheets of paper ready to print.
public struct PrintedForm: Sendable {
  /// Which form.
  public enum Kind: String, Sendable, CaseIterable {
    /// İş akışı adımları · Sorumlu · İlgili dokümanlar: the chart runs down the first column, one band for each step.
    case steps
    /// Roles as lanes, the flow to the right.
    case lanes
    /// One flow without lanes, beside each step what which role does: `O-HY`.
    case tags
    /// Süreç kartı: what the card says, roles, risks and controls.
    case card

    /// `Adım formu`, `Step form`.
    public var name: Localized {
      switch self {
      case .steps: Localized("Adım formu", "Step form")
      case .lanes: Localized("Kulvarlı şema", "Lane chart")
      case .tags: Localized("K-P-İ-O formu", "K-P-İ-O form")
      case .card: Localized("Süreç kartı", "Process card")
      }
    }
  }

  /// A labelled line that the card of this module does not have: indicators, resources.
  public struct Line: Hashable, Sendable {
    /// Its label.
    public let label: Localized
    /// What it says.
    public let values: [String]

    /// A line.
    public init(_ label: Localized, _ values: [String]) { (self.label, self.values) = (label, values) }
  }

  /// Which form.
  public let kind: Kind
  let process: WorkProcess
  let header: FormHeader
  let language: Language
  let day: Day?

  /// A form of `process`; statutory time limits are those of `day`, or the newest.
  public init(
    _ kind: Kind, _ process: WorkProcess, _ header: FormHeader, _ language: Language = .turkish, on day: Day? = nil
  ) {
    (self.kind, self.process, self.header, self.language, self.day) = (kind, process, header, language, day)
  }

  /// The sheets. `paper` counts for the lane chart only, which takes A4 or A3 by its size where nil; the other forms
  /// stand on A4. `layout` is the chart's horizontal layout where it was made already; `lines` are added to the card.
  public func pages(
    paper: FormPaper? = nil, layout: ChartLayout? = nil, lines: [Line] = []
  ) -> [Node] {
    switch kind {
    case .steps: StripForm(self, columns: .roles).pages()
    case .tags: StripForm(self, columns: .tags).pages()
    case .lanes: LaneForm(self, paper, layout).pages()
    case .card: CardForm(self, lines).pages()
    }
  }

  /// A whole file of sheets with its style inside. `css` is the text of `reports/forms.css`.
  public static func file(_ pages: [Node], title: String, _ language: Language, css: String) -> Node {
    document(
      language: language.rawValue, title: title,
      head: .fragment([
        .raw("<style>\n"), .bytes(Array(css.replacing("</", with: "<\\/").utf8)), .raw("</style>"),
      ]),
      body: .class("form-page")
    ) {
      GuvenceMarkup.main { pages }
    }
  }

  /// `SAT-01 Doğrudan temin: süreç kartı`.
  public var title: String {
    let name = TurkishText.lowercase(kind.name.turkish)
    let english = "\(process.card.name.english): \(kind.name.english)"
    let own = Localized("\(process.card.name.turkish): \(kind == .tags ? kind.name.turkish : name)", english)(language)
    return process.card.code.isEmpty ? own : "\(process.card.code) \(own)"
  }

  func sheet(_ paper: FormPaper) -> FormSheet {
    FormSheet(header: header, title: title, paper: paper, language: language, digest: process.digest)
  }

  func say(_ turkish: String, _ english: String) -> String { Localized(turkish, english)(language) }
}
