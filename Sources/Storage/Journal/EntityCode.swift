import GuvenceCore

extension Journal {
  /// What people call the thing with this number: the reference of a risk, the code of an indicator, control, action,
  /// event, process or unit, the name of an account. `nil` for kinds without one, and where it is not stored.
  public static func code(of entity: JournalEntity, id: Int64, _ connection: Connection) throws -> String? {
    let sql: String? =
      switch entity {
      case .risk: "SELECT reference FROM risk WHERE id = ?"
      case .indicator: "SELECT code FROM indicator WHERE id = ?"
      case .control: "SELECT code FROM control WHERE id = ?"
      case .riskAction: "SELECT code FROM risk_action WHERE id = ?"
      case .event: "SELECT code FROM event WHERE id = ?"
      case .processRecord: "SELECT code FROM process_record WHERE id = ?"
      case .unit: "SELECT code FROM unit WHERE id = ?"
      case .account: "SELECT login FROM account WHERE id = ?"
      default: nil
      }
    guard let sql else { return nil }
    return try connection.first(sql, [.integer(id)]) { $0.text() }
  }
}
