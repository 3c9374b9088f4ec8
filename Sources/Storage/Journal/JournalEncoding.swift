/// The bytes that a journal row's hash covers: a domain word, the hash before, then every field with its length or a
/// presence byte, so that no two different rows give the same bytes. Numbers are eight bytes, little end first.
struct JournalEncoding {
  let buffer: ByteBuffer

  /// Everything up to the two states.
  func head(
    previous: [UInt8], sequence: Int64, at: Int64, accountID: Int64?, actor: String, unitID: Int64?, useCase: String,
    entity: String, entityID: Int64
  ) {
    buffer.clear()
    buffer.append("guvence journal 1\n" as StaticString)
    previous.withUnsafeBytes { buffer.append($0) }
    buffer.append(littleEndian: sequence)
    buffer.append(littleEndian: at)
    optional(accountID)
    text(actor)
    optional(unitID)
    text(useCase)
    text(entity)
    buffer.append(littleEndian: entityID)
  }

  /// One of the two states, written by `body`; its place in the buffer, or `nil` where there is none.
  func state(_ body: ((ByteBuffer) throws -> Void)?) throws -> Range<Int>? {
    guard let body else {
      buffer.append(0)
      return nil
    }
    buffer.append(1)
    let length = buffer.count
    buffer.append(littleEndian: 0)
    let start = buffer.count
    try body(buffer)
    buffer.patch(littleEndian: Int64(buffer.count - start), at: length)
    return start..<buffer.count
  }

  private func optional(_ value: Int64?) {
    buffer.append(value == nil ? 0 : 1)
    if let value { buffer.append(littleEndian: value) }
  }

  private func text(_ value: String) {
    buffer.append(littleEndian: Int64(value.utf8.count))
    buffer.append(value)
  }
}
