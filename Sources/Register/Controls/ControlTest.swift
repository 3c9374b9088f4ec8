import FoundationEssentials
import GuvenceCore
import GuvenceRules

/// One test of a control. Rows are appended, never changed: a later test takes the place of an earlier one.
public struct ControlTest: Hashable, Sendable {
  /// The test's number.
  public let id: Identifier<ControlTest>
  /// The control it belongs to.
  public let controlID: Identifier<Control>
  /// The day of the test.
  public let testedOn: Day
  /// Who tested, as entered.
  public let tester: String
  /// How many cases were looked at; 0 only where the test could not be made.
  public let sampleSize: Int
  /// In how many of them the control had not worked.
  public let exceptions: Int
  /// What the tester concluded.
  public let conclusion: ControlTestConclusion
  /// What was found; may be empty where all went well.
  public let notes: String
  /// When it was recorded.
  public let recordedAt: Instant
  /// Who recorded it, display name.
  public let recordedBy: String

  /// A test made of its parts.
  public init(
    id: Identifier<ControlTest>, controlID: Identifier<Control>, testedOn: Day, tester: String, sampleSize: Int,
    exceptions: Int, conclusion: ControlTestConclusion, notes: String, recordedAt: Instant, recordedBy: String
  ) {
    (self.id, self.controlID, self.testedOn, self.tester) = (id, controlID, testedOn, tester)
    (self.sampleSize, self.exceptions, self.conclusion) = (sampleSize, exceptions, conclusion)
    (self.notes, self.recordedAt, self.recordedBy) = (notes, recordedAt, recordedBy)
  }

  /// The test score (KTS) 0–100 that this test gives; `nil` where it could not be made.
  public func score(_ rule: TestScoreRule) -> Decimal? {
    guard conclusion != .notTested else { return nil }
    return rule.score(sampleSize: sampleSize, exceptions: exceptions, hasFailed: conclusion == .failed)
  }

  /// The last test that could be made, by its day and then by the order of recording.
  public static func latest(_ tests: [ControlTest], on day: Day) -> ControlTest? {
    tests.filter { $0.conclusion != .notTested && $0.testedOn <= day }
      .max { ($0.testedOn, $0.id) < ($1.testedOn, $1.id) }
  }
}

/// What a tester concluded.
public enum ControlTestConclusion: String, Sendable, CaseIterable {
  /// The control worked in every case.
  case passed
  /// It worked with exceptions.
  case passedWithExceptions = "passed-with-exceptions"
  /// It cannot be relied upon.
  case failed
  /// The test could not be made; it does not count.
  case notTested = "not-tested"

  /// Name on screen.
  public var name: Localized {
    switch self {
    case .passed: Localized("Başarılı", "Passed")
    case .passedWithExceptions: Localized("İstisnalarla başarılı", "Passed with exceptions")
    case .failed: Localized("Başarısız", "Failed")
    case .notTested: Localized("Uygulanamadı", "Could not be tested")
    }
  }
}
