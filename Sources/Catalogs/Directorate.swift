import GuvenceCore

/// A typical directorate (müdürlük) of a municipality with its typical risks. The sample municipality's units are made
/// of these; an administration adopts a copy and changes it.
public struct Directorate: Sendable {
  /// Stable id: `financial-services`.
  public let id: String
  /// Short code, used in reference numbers: `MH` in `MH.RA.0001`.
  public let code: String
  /// Place in lists, from 1.
  public let order: Int
  /// Full name: `Mali Hizmetler Müdürlüğü`.
  public let name: Localized
  /// Other names registers use for it: `Mali Hizmetler`.
  public let alsoCalled: [String]
  /// Its typical risks, in the order of the file.
  public let risks: [DirectorateRisk]
  /// Where the file's content comes from.
  public let citation: Citation
}

/// A typical risk of a directorate. Its scores are illustrative seeds, not measurements.
public struct DirectorateRisk: Sendable {
  /// Stable id within the directorate: `debt-limit`.
  public let id: String
  /// A short title.
  public let title: Localized
  /// Id of its category.
  public let category: String
  /// Ids of further categories it touches.
  public let alsoCategories: [String]
  /// Id of its type: `operational`.
  public let type: String
  /// Cause (sebep), a sentence.
  public let cause: String
  /// Event (olay), a sentence.
  public let event: String
  /// Consequence (sonuç), a sentence.
  public let consequence: String
  /// The whole risk in one sentence: «… nedeniyle … sonucunda …».
  public let statement: String
  /// Illustrative likelihood, 1–5.
  public let likelihood: Int
  /// Illustrative impact, 1–5.
  public let impact: Int
  /// Typical controls.
  public let controls: [String]
  /// Sensitive duties (hassas görevler) it touches; may be empty.
  public let sensitiveDuties: [String]
  /// Ids of legal references it touches; may be empty.
  public let legal: [String]
}
