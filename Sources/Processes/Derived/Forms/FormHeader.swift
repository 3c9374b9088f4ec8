import GuvenceCore

/// What stands at the head and the foot of every printed form: whose it is, which document, which revision, who
/// prepared, checked and approved it.
public struct FormHeader: Hashable, Sendable {
  /// Somebody who takes part in making the form.
  public struct Signatory: Hashable, Sendable {
    /// Name; empty leaves a place to write.
    public var name: String
    /// Title; may be empty.
    public var title: String
    /// The day it was done; `nil` leaves a place to write.
    public var day: Day?

    /// Somebody.
    public init(name: String = "", title: String = "", day: Day? = nil) {
      (self.name, self.title, self.day) = (name, title, day)
    }
  }

  /// Name of the administration.
  public var administration: String
  /// Name of the unit.
  public var unit: String
  /// Code of the unit: DETSİS number or own code; may be empty.
  public var unitCode: String
  /// Number of the document: `İA-099`; may be empty.
  public var documentNumber: String
  /// Number of the form it is printed on: `FR-148`; may be empty.
  public var formNumber: String
  /// The day the first version took effect.
  public var firstIssue: Day?
  /// `00`, `03`; empty for a draft.
  public var revision: String
  /// The day of the revision.
  public var revisionDay: Day?
  /// `Taslak`, `Yürürlükten kalktı`: printed large, so that nobody takes the sheet for the one in force; empty for that.
  public var state: String
  /// Hazırlayan.
  public var prepared: Signatory
  /// Kontrol eden.
  public var checked: Signatory
  /// Onaylayan.
  public var approved: Signatory
  /// Under the signatures: that it was signed electronically, the digest of the version; may be empty.
  public var note: String

  /// A head and foot with what is always known; the rest is empty.
  public init(administration: String, unit: String, documentNumber: String = "") {
    (self.administration, self.unit, self.documentNumber) = (administration, unit, documentNumber)
    (unitCode, formNumber, revision, state, note) = ("", "", "", "", "")
    (prepared, checked, approved) = (Signatory(), Signatory(), Signatory())
  }
}
