import CSQLite
import CSodium

/// SHA-256 by libsodium, over bytes that lie together.
enum SHA256 {
  /// 32 bytes.
  static func hash(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 32) { out, count in
      guard let start = out.baseAddress else { return }
      crypto_hash_sha256(
        start, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt64(bytes.count))
      count = 32
    }
  }

  /// 64 small hexadecimal digits of a text's UTF-8 bytes.
  static func hex(_ text: String) -> String {
    var text = text
    return hexText(text.withUTF8 { hash(UnsafeRawBufferPointer($0)) })
  }

  /// Makes `sha256_hex(text)` known to SQL; of a blob it hashes the bytes.
  static func register(on database: OpaquePointer) throws {
    let code = sqlite3_create_function_v2(
      database, "sha256_hex", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, nil,
      { context, _, arguments in
        guard let value = arguments?[0], sqlite3_value_type(value) != SQLITE_NULL else {
          sqlite3_result_null(context)
          return
        }
        let start = sqlite3_value_blob(value)
        let bytes = UnsafeRawBufferPointer(start: start, count: Int(sqlite3_value_bytes(value)))
        let hex = hexText(SHA256.hash(bytes))
        sqlite3_result_text(context, hex, Int32(hex.utf8.count), guvence_sqlite_transient())
      }, nil, nil, nil)
    guard code == SQLITE_OK else { throw fault(database, code, "sha256_hex") }
  }
}
