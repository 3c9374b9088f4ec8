import GuvenceCore

/// What a norm regulates for us; the key under which the legal basis of a day is asked for.
public enum LegalSubject: String, Sendable, CaseIterable {
  /// The internal control system: until 04.03.2025 the 2005 procedures, since 05.03.2025 the regulation (RG 32832).
  case internalControl = "internal-control"
  /// Ex-ante financial control (ön mali kontrol), with the same two regimes.
  case exAnteControl = "ex-ante-control"
  /// The internal control standards (KİKS).
  case internalControlStandards = "internal-control-standards"
  /// Action plans for compliance with the standards.
  case complianceActionPlan = "compliance-action-plan"
  /// Risk management guides.
  case riskManagement = "risk-management"
  /// Internal audit.
  case internalAudit = "internal-audit"
  /// Activity reports (faaliyet raporu).
  case activityReport = "activity-report"
  /// Assurance statements (güvence beyanı).
  case assuranceStatement = "assurance-statement"
  /// Strategic plans.
  case strategicPlan = "strategic-plan"
  /// Performance programmes.
  case performanceProgramme = "performance-programme"
  /// Budget.
  case budget
  /// Service inventory (hizmet envanteri).
  case serviceInventory = "service-inventory"
  /// Service standards.
  case serviceStandards = "service-standards"
}

/// A law, regulation, communiqué or guide with the days it is in force.
public struct Norm: Sendable {
  /// What kind of norm it is.
  public enum Kind: String, Sendable, CaseIterable {
    /// Kanun.
    case law
    /// Yönetmelik.
    case regulation
    /// Usul ve esaslar.
    case procedure
    /// Tebliğ.
    case communique
    /// Rehber; not published in the gazette.
    case guide
  }

  /// An article or section others cite.
  public struct Article: Sendable {
    /// Stable id: `5018-55`.
    public let id: String
    /// As printed: `m.55`.
    public let section: String
    /// What it is about.
    public let title: Localized
  }

  /// Stable id: `5018`, `internal-control-regulation-2025`.
  public let id: String
  /// What kind of norm it is.
  public let kind: Kind
  /// Full title.
  public let title: Localized
  /// The name it is cited by: `5018 sayılı Kanun`.
  public let short: String
  /// Day of the official gazette; `nil` for guides.
  public let gazetteDay: Day?
  /// Number of the official gazette, with its supplement: `26040 (3. mükerrer)`; empty for guides.
  public let gazetteNumber: String
  /// First day in force.
  public let effective: Day
  /// Last day in force; `nil` while it is in force.
  public let until: Day?
  /// Ids of the norms that replaced it.
  public let replacedBy: [String]
  /// What it regulates for us.
  public let subjects: [LegalSubject]
  /// Articles others cite.
  public let articles: [Article]
  /// A remark; `nil` where there is none.
  public let note: Localized?
  /// Whether title and dates were checked.
  public let citation: Citation

  /// Whether it is in force on `day`.
  public func isInForce(on day: Day) -> Bool { day >= effective && until.map { day <= $0 } ?? true }
}

/// The norms that rules and catalogs cite.
public struct LegalReferences: Sendable {
  /// All norms, in the order of the file.
  public let norms: [Norm]

  /// A norm, or one of its articles, found by id.
  public struct Reference: Sendable {
    /// The norm.
    public let norm: Norm
    /// The article; `nil` where the norm as a whole is meant.
    public let article: Norm.Article?

    /// `5018 sayılı Kanun m.55`.
    public var text: String { article.map { "\(norm.short) \($0.section)" } ?? norm.short }
  }

  /// The norms that regulate `subject` on `day`: for internal control the 2005 procedures before 05.03.2025, the
  /// regulation of RG 05.03.2025/32832 from that day on. Empty where none was in force.
  public func legalBasis(for subject: LegalSubject = .internalControl, on day: Day) -> [Norm] {
    norms.filter { $0.subjects.contains(subject) && $0.isInForce(on: day) }
  }

  /// The norm or article with this id.
  public func reference(_ id: String) -> Reference? {
    for norm in norms {
      if norm.id == id { return Reference(norm: norm, article: nil) }
      if let article = norm.articles.first(where: { $0.id == id }) { return Reference(norm: norm, article: article) }
    }
    return nil
  }
}
