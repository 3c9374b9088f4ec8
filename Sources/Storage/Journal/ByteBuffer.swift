/// A growing run of bytes that is used over and over; its memory is kept between uses.
final class ByteBuffer {
  private(set) var count = 0
  private var capacity: Int
  private var start: UnsafeMutableRawPointer

  init(capacity: Int = 4096) {
    self.capacity = capacity
    start = .allocate(byteCount: capacity, alignment: 8)
  }

  deinit { start.deallocate() }

  func clear() { count = 0 }

  func append(_ byte: UInt8) {
    reserve(1)
    start.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    count += 1
  }

  func append(_ bytes: UnsafeRawBufferPointer) {
    guard let source = bytes.baseAddress else { return }
    reserve(bytes.count)
    (start + count).copyMemory(from: source, byteCount: bytes.count)
    count += bytes.count
  }

  func append(_ text: StaticString) {
    append(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  func append(_ text: String) {
    var text = text
    text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
  }

  func append(littleEndian value: Int64) {
    reserve(8)
    start.storeBytes(of: value.littleEndian, toByteOffset: count, as: Int64.self)
    count += 8
  }

  func append(decimal value: Int64) {
    if value < 0 { append(0x2D) }
    var rest = value.magnitude
    var divisor: UInt64 = 1
    while rest / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      append(UInt8(truncatingIfNeeded: rest / divisor) + 0x30)
      rest %= divisor
      divisor /= 10
    }
  }

  /// Overwrites eight bytes written before, for a length known only afterwards.
  func patch(littleEndian value: Int64, at offset: Int) {
    start.storeBytes(of: value.littleEndian, toByteOffset: offset, as: Int64.self)
  }

  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try body(UnsafeRawBufferPointer(start: start, count: count))
  }

  /// Whether the bytes are the same as `other`.
  func equals(_ other: UnsafeRawBufferPointer) -> Bool {
    other.count == count && withBytes { $0.elementsEqual(other) }
  }

  private func reserve(_ more: Int) {
    guard count + more > capacity else { return }
    capacity = max(capacity * 2, count + more)
    let grown = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 8)
    grown.copyMemory(from: start, byteCount: count)
    start.deallocate()
    start = grown
  }
}
