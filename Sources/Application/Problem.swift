import GuvenceCore
import GuvenceRegister

/// The user asked for what is not allowed or not valid. Nothing was changed; what was typed is still with the caller.
public struct Problem: Error, Sendable {
  /// What kind of refusal it is.
  public enum Kind: Sendable, Hashable {
    /// No such thing, or none that this person may see: the two look the same from outside.
    case notFound
    /// Visible, but this person may not do that.
    case forbidden
    /// Fields to correct.
    case invalid
    /// Somebody saved in between; `stale` holds both versions.
    case stale
    /// The state of things does not allow it (a retired risk, an account already set up).
    case conflict
    /// Not signed in, or wrong name or password.
    case unauthenticated
    /// Too many attempts; try again after `retryAfterSeconds`.
    case throttled
  }

  /// What kind of refusal it is.
  public let kind: Kind
  /// One sentence for the top of the page.
  public let message: Localized
  /// Fields to correct, in form order; empty where no single field is at fault.
  public let fields: [FieldProblem]
  /// Both versions, for a stale save.
  public let stale: StaleSave?
  /// Seconds to wait, for `throttled`.
  public let retryAfterSeconds: Int

  /// A refusal.
  public init(
    _ kind: Kind, _ message: Localized, fields: [FieldProblem] = [], stale: StaleSave? = nil, retryAfterSeconds: Int = 0
  ) {
    (self.kind, self.message, self.fields) = (kind, message, fields)
    (self.stale, self.retryAfterSeconds) = (stale, retryAfterSeconds)
  }
}

/// What is wrong with one field of a form, and how to mend it.
public struct FieldProblem: Sendable, Hashable {
  /// The field's form name: `likelihood`, `statement`, `residual-impact`.
  public let field: String
  /// One sentence.
  public let message: Localized

  /// A problem of `field`.
  public init(_ field: String, _ message: Localized) { (self.field, self.message) = (field, message) }
}

/// A save that was based on an older version, field by field.
public struct StaleSave: Sendable, Hashable {
  /// The version now stored; a save that keeps or merges names this one.
  public let currentVersion: Int
  /// Who saved in between.
  public let changedBy: String
  /// When.
  public let changedAt: Instant
  /// Fields that differ.
  public let differences: [Difference]

  /// One field in both versions.
  public struct Difference: Sendable, Hashable {
    /// Form name of the field.
    public let field: String
    /// Label on screen.
    public let label: Localized
    /// What is stored now.
    public let theirs: String
    /// What this save wanted.
    public let yours: String

    /// A difference.
    public init(field: String, label: Localized, theirs: String, yours: String) {
      (self.field, self.label, self.theirs, self.yours) = (field, label, theirs, yours)
    }
  }

  /// A stale save.
  public init(currentVersion: Int, changedBy: String, changedAt: Instant, differences: [Difference]) {
    (self.currentVersion, self.changedBy, self.changedAt) = (currentVersion, changedBy, changedAt)
    self.differences = differences
  }
}

/// The machine or the program failed: disk, SQLite, a bug. The user gets the reference, the log gets the detail.
public struct Fault: Error, Sendable {
  /// Printed to the user and written to the log: eight characters.
  public let reference: String
  /// For the log only; no personal data.
  public let detail: String

  /// A fault.
  public init(reference: String, detail: String) { (self.reference, self.detail) = (reference, detail) }
}
