import CSQLite
import GuvenceCore

/// Takes the columns of one row in the order of their names. One function per aggregate names its columns; binding an
/// INSERT and writing the journal's state both go through it, so the two cannot drift apart.
protocol FieldSink {
  mutating func integer(_ name: StaticString, _ value: Int64?) throws
  mutating func text(_ name: StaticString, _ value: String?) throws
}

extension FieldSink {
  mutating func integer(_ name: StaticString, _ value: Int?) throws { try integer(name, value.map(Int64.init)) }
  mutating func flag(_ name: StaticString, _ value: Bool) throws { try integer(name, value ? 1 : 0 as Int64) }
  mutating func day(_ name: StaticString, _ value: Day?) throws { try text(name, value?.description) }
  mutating func instant(_ name: StaticString, _ value: Instant?) throws { try integer(name, value?.milliseconds) }
  mutating func identifier<Entity>(_ name: StaticString, _ value: Identifier<Entity>?) throws {
    try integer(name, value?.rawValue)
  }
}

/// Binds the columns to a statement's placeholders, in order.
struct BindingSink: FieldSink {
  let statement: Statement

  func integer(_ name: StaticString, _ value: Int64?) throws { try statement.bind(value) }
  func text(_ name: StaticString, _ value: String?) throws { try statement.bind(value) }
}

/// Writes the columns as one canonical JSON object: names in order, nothing for NULL and for empty texts, no spaces.
struct JSONSink: FieldSink {
  let buffer: ByteBuffer
  private var isEmpty = true

  init(_ buffer: ByteBuffer) {
    self.buffer = buffer
    buffer.append(0x7B)
  }

  mutating func integer(_ name: StaticString, _ value: Int64?) {
    guard let value else { return }
    key(name)
    buffer.append(decimal: value)
  }

  mutating func text(_ name: StaticString, _ value: String?) {
    guard var value, !value.isEmpty else { return }
    key(name)
    value.withUTF8 { JSONSink.appendText(UnsafeRawBufferPointer($0), to: buffer) }
  }

  /// The same from a row of the table, column by column.
  mutating func column(_ name: String, of row: inout Row) {
    switch row.type {
    case SQLITE_INTEGER:
      start(name)
      buffer.append(decimal: row.integer())
    case SQLITE_TEXT:
      row.withBytes { bytes in
        if bytes.isEmpty { return }
        start(name)
        JSONSink.appendText(bytes, to: buffer)
      }
    default: row.skip()
    }
  }

  /// Closes the object.
  func finish() { buffer.append(0x7D) }

  private mutating func key(_ name: StaticString) {
    buffer.append(isEmpty ? 0x22 : 0x2C)
    if !isEmpty { buffer.append(0x22) }
    isEmpty = false
    buffer.append(name)
    buffer.append("\":" as StaticString)
  }

  private mutating func start(_ name: String) {
    if !isEmpty { buffer.append(0x2C) }
    isEmpty = false
    buffer.append(0x22)
    buffer.append(name)
    buffer.append("\":" as StaticString)
  }

  /// A JSON string: quotation mark, backslash and control characters escaped, everything else as it is.
  static func appendText(_ bytes: UnsafeRawBufferPointer, to buffer: ByteBuffer) {
    buffer.append(0x22)
    var plain = 0
    for index in bytes.indices where bytes[index] < 0x20 || bytes[index] == 0x22 || bytes[index] == 0x5C {
      buffer.append(UnsafeRawBufferPointer(rebasing: bytes[plain..<index]))
      plain = index + 1
      if bytes[index] >= 0x20 {
        buffer.append(0x5C)
        buffer.append(bytes[index])
      } else {
        buffer.append("\\u00" as StaticString)
        buffer.append(bytes[index] >> 4 + 0x30)
        buffer.append(hexDigit(bytes[index] & 0xF))
      }
    }
    buffer.append(UnsafeRawBufferPointer(rebasing: bytes[plain...]))
    buffer.append(0x22)
  }
}

/// The small hexadecimal digit of 0…15 in ASCII.
func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? value + 0x30 : value + 0x57 }

/// Bytes in small hexadecimal digits.
func hexText(_ bytes: some Sequence<UInt8>) -> String {
  String(decoding: bytes.flatMap { [hexDigit($0 >> 4), hexDigit($0 & 0xF)] }, as: UTF8.self)
}
