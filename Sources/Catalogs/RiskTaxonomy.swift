import GuvenceCore

/// How risks are classified and found: categories, types, controllability, identification methods.
public struct RiskTaxonomy: Sendable {
  /// The side the cause of a risk lies on (risk evreni: dış riskler, idare içinde yönetilebilen riskler).
  public enum Origin: String, Sendable, CaseIterable {
    /// Can be managed within the administration (iç).
    case `internal`
    /// Lies outside the administration's control (dış).
    case external
  }

  /// A risk category.
  public struct Category: Sendable {
    /// Stable id, as risks store it: `financial`.
    public let id: String
    /// Short code, `EXT-` or `INT-` by origin: `INT-FIN`.
    public let code: String
    /// The side the cause usually lies on.
    public let origin: Origin
    /// Its name.
    public let name: Localized
    /// What belongs to it.
    public let description: Localized
  }

  /// A risk type, a degree of controllability or an identification method.
  public struct Term: Sendable {
    /// Stable id: `strategic`.
    public let id: String
    /// Its name.
    public let name: Localized
    /// What it means; `nil` where the name says enough.
    public let description: Localized?
  }

  /// The categories, in the order of the file.
  public let categories: [Category]
  /// Types by level: strategic, corporate, programme, project, operational.
  public let types: [Term]
  /// How far the administration can manage a risk.
  public let controllability: [Term]
  /// Ways of identifying risks.
  public let identificationMethods: [Term]
  /// Where the file's content comes from.
  public let citation: Citation

  /// The category with this id.
  public func category(_ id: String) -> Category? { categories.first { $0.id == id } }
}
