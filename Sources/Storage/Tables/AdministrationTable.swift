import GuvenceCore

/// The administration whose work the file holds; there is one.
public struct StoredAdministration: Sendable, Hashable {
  /// Full name: `Örnek Belediyesi`.
  public var name: String
  /// Id of the methodology in use.
  public var methodologyID: String
  /// How often the consolidated report is made.
  public var reportingPeriod: Period.Length
  /// Whether the content is the shipped sample.
  public let isSample: Bool
  /// When the file was set up.
  public let createdAt: Instant
  /// Counts changes, from 1.
  public var version: Int

  /// An administration made of its parts.
  public init(
    name: String, methodologyID: String, reportingPeriod: Period.Length = .quarter, isSample: Bool = false,
    createdAt: Instant, version: Int = 1
  ) {
    (self.name, self.methodologyID, self.reportingPeriod) = (name, methodologyID, reportingPeriod)
    (self.isSample, self.createdAt, self.version) = (isSample, createdAt, version)
  }
}

/// SQL of table `administration`.
public enum AdministrationTable {
  static let columns = ["created_at", "is_sample", "methodology_id", "name", "reporting_period", "version"]

  /// The administration; `nil` before it is set up.
  public static func find(_ connection: Connection) throws -> StoredAdministration? {
    try connection.remembered("administration") {
      try connection.first(
        "SELECT created_at, is_sample, methodology_id, name, reporting_period, version FROM administration", [], read)
    }
  }

  /// The administration as it stood before `moment`; `nil` before it was set up.
  public static func find(before moment: Instant, _ connection: Connection) throws -> StoredAdministration? {
    try connection.first(PastStates.all(.administration, columns), [.integer(moment.milliseconds)], read)
  }

  /// Stores the administration; throws where there is one.
  public static func insert(_ administration: StoredAdministration, _ connection: Connection) throws {
    try connection.withStatement(
      """
      INSERT INTO administration (id, created_at, is_sample, methodology_id, name, reporting_period, version)
      VALUES (1, ?, ?, ?, ?, ?, ?)
      """
    ) { statement in
      var sink = BindingSink(statement: statement)
      try write(administration, to: &sink)
      _ = try statement.step()
    }
  }

  /// Changes name, methodology and period; `false` where somebody saved since `basedOn`.
  public static func update(
    _ administration: StoredAdministration, basedOn version: Int, _ connection: Connection
  ) throws -> Bool {
    try connection.run(
      """
      UPDATE administration SET name = ?1, methodology_id = ?2, reporting_period = ?3, version = ?4 WHERE version = ?5
      """,
      [
        .text(administration.name), .text(administration.methodologyID), .text(word(administration.reportingPeriod)),
        .integer(Int64(administration.version)), .integer(Int64(version)),
      ])
    return connection.changes == 1
  }

  static func write<Sink: FieldSink>(_ value: StoredAdministration, to sink: inout Sink) throws {
    try sink.instant("created_at", value.createdAt)
    try sink.flag("is_sample", value.isSample)
    try sink.text("methodology_id", value.methodologyID)
    try sink.text("name", value.name)
    try sink.text("reporting_period", word(value.reportingPeriod))
    try sink.integer("version", value.version)
  }

  private static func read(_ row: inout Row) -> StoredAdministration {
    let createdAt = row.instant()
    let isSample = row.flag()
    let methodologyID = row.text()
    let name = row.text()
    let period = row.text()
    return StoredAdministration(
      name: name, methodologyID: methodologyID,
      reportingPeriod: Period.Length.allCases.first { word($0) == period } ?? .quarter, isSample: isSample,
      createdAt: createdAt, version: Int(row.integer()))
  }

  private static func word(_ length: Period.Length) -> String {
    switch length {
    case .year: "year"
    case .half: "half"
    case .quarter: "quarter"
    case .month: "month"
    }
  }
}
