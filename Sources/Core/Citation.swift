/// Where a rule or fact comes from, and how far it was checked.
public struct Citation: Hashable, Sendable {
  /// The norm or guide as printed: title, gazette day and number.
  public let source: String
  /// The place in it: article, section, page; empty where the whole is meant.
  public let section: String
  /// The day a person last compared the rule with the source; `nil` where nobody has.
  public let checkedOn: Day?
  /// False for what is written from memory: shown as «doğrulanmadı» wherever it is used.
  public let isVerified: Bool

  /// A citation of `source`, optionally at `section`.
  public init(source: String, section: String = "", checkedOn: Day?, isVerified: Bool) {
    (self.source, self.section, self.checkedOn, self.isVerified) = (source, section, checkedOn, isVerified)
  }

  /// `source, section`.
  public var text: String { section.isEmpty ? source : "\(source), \(section)" }
}
