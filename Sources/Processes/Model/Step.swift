/// One row of the chart: something done, asked or waited for.
public struct Step: Hashable, Sendable {
  /// What kind of step it is; the words are those of the data files.
  public enum Kind: String, Sendable, CaseIterable {
    /// Başlangıç.
    case start
    /// Bitiş.
    case end
    /// İşlem.
    case task
    /// Karar: exactly one of its branches is taken.
    case decision
    /// All of what follows happens side by side.
    case split
    /// Waits for all that comes in.
    case join
    /// Alt süreç: stands for another process.
    case subprocess
    /// Bekleme.
    case wait
    /// Belge: a document is produced or handed over.
    case document
  }

  /// What a role does to a paper (K, P, İ, O in Turkish charts).
  public enum Action: String, Sendable, CaseIterable {
    /// Kontrol.
    case control = "K"
    /// Paraf.
    case initial = "P"
    /// İmza.
    case sign = "İ"
    /// Onay.
    case approve = "O"
  }

  /// Stable within the chart and never reused: letters, digits, `.`, `_`, `-`.
  public var id: String
  /// What is printed before the name; empty where steps carry no number.
  public var number: String
  /// What kind of step it is.
  public var kind: Kind
  /// The role that answers for it; `nil` where nobody was named.
  public var role: String?
  /// What is done, or the question of a decision.
  public var name: String
  /// Documents used or produced.
  public var documents: [String]
  /// The information system it is done in.
  public var system: String?
  /// How long it takes as a rule.
  public var duration: StepDuration?
  /// Id of the statutory time limit it falls under, among the process's parameters.
  public var limit: String?
  /// K, P, İ or O.
  public var action: Action?
  /// Hassas görev: needs the precautions of KOS 2.6.
  public var isSensitive: Bool
  /// Whether the step makes something that cannot be taken back: a payment, a handing over, a publication.
  public var isIrrevocable: Bool
  /// Code of the process that a sub-process stands for.
  public var calls: String?

  /// A step.
  public init(
    id: String, number: String = "", kind: Kind, role: String?, name: String, documents: [String] = [],
    system: String? = nil, duration: StepDuration? = nil, limit: String? = nil, action: Action? = nil,
    isSensitive: Bool = false, isIrrevocable: Bool = false, calls: String? = nil
  ) {
    (self.id, self.number, self.kind, self.role, self.name) = (id, number, kind, role, name)
    (self.documents, self.system, self.duration, self.limit) = (documents, system, duration, limit)
    (self.action, self.isSensitive, self.isIrrevocable, self.calls) = (action, isSensitive, isIrrevocable, calls)
  }

  /// Whether `id` is one: not empty, ASCII letters, digits, `.`, `_`, `-` only.
  public static func isID(_ id: some StringProtocol) -> Bool {
    !id.isEmpty
      && id.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
          || $0 == 0x2D || $0 == 0x2E || $0 == 0x5F
      }
  }
}

extension Step.Kind {
  /// Whether it only steers: decision, split or join.
  public var isGateway: Bool { self == .decision || self == .split || self == .join }
  /// Whether it is where a chart starts or ends.
  public var isEvent: Bool { self == .start || self == .end }
}
