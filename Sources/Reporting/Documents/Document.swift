import GuvenceCore
import GuvenceRules

/// A report as a value: what stands in it, in both languages, before any renderer gives it a shape.
public struct Document: Sendable, Hashable {
  /// Id of the report's definition: `consolidated-risk`.
  public let id: String
  /// Title and the facts about how the report came about.
  public let title: TitleBlock
  /// Sections in order.
  public let sections: [Section]
  /// The levels that badges and cells use, lowest first.
  public let levels: [Level]

  /// A document made of its parts.
  public init(id: String, title: TitleBlock, sections: [Section], levels: [Level]) {
    (self.id, self.title, self.sections, self.levels) = (id, title, sections, levels)
  }

  /// One section.
  public struct Section: Sendable, Hashable {
    /// Stable id in ASCII, unique in the document: an anchor.
    public let id: String
    /// Heading.
    public let title: Localized
    /// Content in order.
    public let blocks: [Block]

    /// A section made of its parts.
    public init(id: String, title: Localized, blocks: [Block]) {
      (self.id, self.title, self.blocks) = (id, title, blocks)
    }
  }

  /// One piece of content.
  public enum Block: Sendable, Hashable {
    /// Running text.
    case paragraph(Localized)
    /// Short sentences, one per line.
    case list([Localized])
    /// A table.
    case table(Table)
    /// A map of likelihood and impact.
    case heatMap(HeatMap, caption: Localized)
    /// A remark on how something was counted or what is not verified.
    case note(Localized)
    /// Places to sign: the part people take (hazırlayan, kontrol eden, onaylayan).
    case signatures([Localized])
  }
}

/// What stands above a report: whose it is, of when, made how.
public struct TitleBlock: Sendable, Hashable {
  /// Name of the administration.
  public let administration: String
  /// Title of the report.
  public let title: Localized
  /// The period in words.
  public let period: Localized
  /// The day the values hold for.
  public let asOf: Day
  /// When the snapshot was taken.
  public let madeAt: Instant
  /// Whether the data is sample data.
  public let isSample: Bool
  /// Label and value, in order: unit, period, days, maker, methodology, journal head.
  public let facts: [Fact]

  /// One labelled fact.
  public struct Fact: Sendable, Hashable {
    /// Its label.
    public let label: Localized
    /// Its value.
    public let value: Cell
    /// Whether a source stands behind it that nobody has checked: marked «doğrulanmadı».
    public let isUnverified: Bool

    /// A fact.
    public init(label: Localized, value: Cell, isUnverified: Bool = false) {
      (self.label, self.value, self.isUnverified) = (label, value, isUnverified)
    }
  }

  /// A title block made of its parts.
  public init(
    administration: String, title: Localized, period: Localized, asOf: Day, madeAt: Instant, isSample: Bool,
    facts: [Fact]
  ) {
    (self.administration, self.title, self.period) = (administration, title, period)
    (self.asOf, self.madeAt, self.isSample, self.facts) = (asOf, madeAt, isSample, facts)
  }

  /// What is said above a report made from sample data.
  public static let sampleMark = Localized(
    "Örnek veri: bu rapor gerçek bir idareye ait değildir.", "Sample data: this report is not of a real administration."
  )
  /// The mark beside what is written from memory.
  public static let unverifiedMark = Localized("doğrulanmadı", "not verified")
}
