/// What follows what: an arrow of the chart.
public struct Flow: Hashable, Sendable {
  /// Id of the step it leaves.
  public var source: String
  /// Id of the step it reaches.
  public var target: String
  /// The branch of a decision it stands for: `Evet`; empty elsewhere.
  public var label: String

  /// An arrow from `source` to `target`.
  public init(_ source: String, _ target: String, label: String = "") {
    (self.source, self.target, self.label) = (source, target, label)
  }
}

/// A risk point of a chart.
public struct RiskPoint: Hashable, Sendable {
  /// How high the inherent risk was judged, as far as a chart needs to know.
  public enum Level: String, Sendable, CaseIterable { case low, medium, high }

  /// Within the chart: `R1`.
  public var id: String
  /// Id of the step it sits on.
  public var step: String
  /// What may happen.
  public var text: String
  /// Why it would happen; may be empty.
  public var cause: String
  /// What would follow; may be empty.
  public var effect: String
  /// The inherent level where one was given.
  public var level: Level?

  /// A risk point.
  public init(
    id: String, step: String, text: String, cause: String = "", effect: String = "", level: Level? = nil
  ) {
    (self.id, self.step, self.text, self.cause, self.effect) = (id, step, text, cause, effect)
    self.level = level
  }
}

/// A control point of a chart.
public struct ControlPoint: Hashable, Sendable {
  /// When the control acts.
  public enum Kind: String, Sendable, CaseIterable {
    /// Önleyici: before it happens.
    case preventive
    /// Tespit edici: finds it afterwards.
    case detective
    /// Düzeltici: mends it.
    case corrective
    /// Yönlendirici: steers towards the wanted outcome.
    case directive
  }

  /// Within the chart: `C1`.
  public var id: String
  /// Id of the step it sits on.
  public var step: String
  /// Id of the risk point it acts on; empty where none was named.
  public var risk: String
  /// When it acts.
  public var kind: Kind
  /// What is done.
  public var text: String
  /// The norm or standard it rests on; may be empty.
  public var basis: String

  /// A control point.
  public init(id: String, step: String, risk: String, kind: Kind, text: String, basis: String = "") {
    (self.id, self.step, self.risk, self.kind, self.text, self.basis) = (id, step, risk, kind, text, basis)
  }
}
