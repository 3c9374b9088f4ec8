extension AssessmentTable {
  /// How many assessments there are, past ones included.
  public static func count(_ connection: Connection) throws -> Int {
    Int(try connection.integer("SELECT count(*) FROM assessment"))
  }
}
