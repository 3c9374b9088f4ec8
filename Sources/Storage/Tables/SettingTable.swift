import GuvenceCore
import GuvenceRegister

/// SQL of table `account_setting`: what a person has chosen for the screens, such as the register's columns.
public enum SettingTable {
  /// One setting; `nil` where nothing was chosen.
  public static func find(
    _ name: String, of id: Identifier<Account>, _ connection: Connection
  ) throws -> String? {
    try connection.first(
      "SELECT value FROM account_setting WHERE account_id = ? AND name = ?", [.integer(id.rawValue), .text(name)]
    ) { row in row.text() }
  }

  /// Stores a setting; `nil` removes it.
  public static func set(
    _ name: String, to value: String?, of id: Identifier<Account>, _ connection: Connection
  ) throws {
    guard let value else {
      return try connection.run(
        "DELETE FROM account_setting WHERE account_id = ? AND name = ?", [.integer(id.rawValue), .text(name)])
    }
    try connection.run(
      """
      INSERT INTO account_setting (account_id, name, value) VALUES (?, ?, ?)
      ON CONFLICT DO UPDATE SET value = excluded.value
      """, [.integer(id.rawValue), .text(name), .text(value)])
  }
}
