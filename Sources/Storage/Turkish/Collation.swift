import CSQLite
import GuvenceCore

extension Connection {
  /// Makes `COLLATE TURKISH` and the tokenizer `turkce` known. The collation is for ORDER BY only: in the schema or in an
  /// index it would make the file unreadable for other programs.
  func registerTurkish() throws {
    let code = sqlite3_create_collation_v2(
      handle, "TURKISH", SQLITE_UTF8, nil,
      { _, leftCount, left, rightCount, right in
        let a = UnsafeBufferPointer(start: left?.assumingMemoryBound(to: UInt8.self), count: Int(leftCount))
        let b = UnsafeBufferPointer(start: right?.assumingMemoryBound(to: UInt8.self), count: Int(rightCount))
        return Int32(TurkishText.compare(a, b))
      }, nil)
    guard code == SQLITE_OK else { throw fault(handle, code, "TURKISH") }
    try TurkishTokenizer.register(on: handle)
  }
}
