import GuvenceCore

/// What a report contains: one file of `reports/`, read at run time and replaceable without compiling.
public struct ReportDefinition: Sendable, Hashable {
  /// Stable id in ASCII, the file's name without `.yaml`.
  public let id: String
  /// Title on screen and paper.
  public let title: Localized
  /// Counts editions of the definition, from 1.
  public let version: Int
  /// First day on which this edition holds.
  public let effective: Day
  /// Where the report's content comes from.
  public let citation: Citation
  /// Sections in order.
  public let sections: [Section]
  /// The file's text, hashed by whoever issues a report with it.
  public let text: String

  /// One section of the report.
  public struct Section: Sendable, Hashable {
    /// What it shows.
    public let kind: SectionKind
    /// Heading.
    public let title: Localized
    /// What is said under the heading; `nil` for nothing.
    public let intro: Localized?
    /// Most rows shown; `nil` for all.
    public let limit: Int?
    /// Columns of a table of risks; the kind's own where the file names none.
    public let columns: [RiskColumn]
    /// Who signs, in order, for a signature section.
    public let signatories: [Localized]

    /// A section made of its parts.
    public init(
      kind: SectionKind, title: Localized, intro: Localized? = nil, limit: Int? = nil, columns: [RiskColumn] = [],
      signatories: [Localized] = []
    ) {
      (self.kind, self.title, self.intro) = (kind, title, intro)
      (self.limit, self.columns, self.signatories) = (limit, columns, signatories)
    }
  }

  /// A definition made of its parts.
  public init(
    id: String, title: Localized, version: Int, effective: Day, citation: Citation, sections: [Section],
    text: String = ""
  ) {
    (self.id, self.title, self.version, self.effective) = (id, title, version, effective)
    (self.citation, self.sections, self.text) = (citation, sections, text)
  }
}
