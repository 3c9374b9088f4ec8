import CMicroHTTPD

/// Gathers headers, cookies or query items with their lengths, because a C string would end at the first NUL.
struct ValueCollector {
  private var fields: [Field] = []
  private var failure: ServerFailure?
  private let limit: Int
  private let lowercasesNames: Bool
  private let lenient: Bool

  /// - Parameter lenient: leaves out what is not UTF-8, unless we act on it, instead of refusing the request: some
  ///   clients send headers in old encodings.
  static func fields(
    _ kind: MHD_ValueKind, of connection: OpaquePointer?, limit: Int, lenient: Bool = false
  ) throws(ServerFailure) -> Fields {
    var collector = ValueCollector(limit: limit, lowercasesNames: kind == .HEADER_KIND, lenient: lenient)
    withUnsafeMutablePointer(to: &collector) { pointer in
      _ = MHD_get_connection_values_n(
        connection, kind,
        { context, _, name, nameLength, value, valueLength in
          guard let context else { return .NO }
          return context.assumingMemoryBound(to: ValueCollector.self).pointee
            .take(bytes(name, nameLength), bytes(value, valueLength))
        }, pointer)
    }
    if let failure = collector.failure { throw failure }
    return Fields(collector.fields)
  }

  private init(limit: Int, lowercasesNames: Bool, lenient: Bool) {
    (self.limit, self.lowercasesNames, self.lenient) = (limit, lowercasesNames, lenient)
  }

  private mutating func take(_ name: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) -> MHD_Result {
    guard fields.count < limit else { return refuse(400, "too many fields") }
    guard !name.contains(0), !value.contains(0) else { return refuse(400, "NUL in a field") }
    guard let nameText = String(validating: name, as: UTF8.self) else {
      return lenient ? .YES : refuse(400, "field name is not UTF-8")
    }
    let name = lowercasesNames ? asciiLowercased(nameText) : nameText
    guard let valueText = String(validating: value, as: UTF8.self) else {
      return lenient && !ValueCollector.decisive.contains(name) ? .YES : refuse(400, "field is not UTF-8")
    }
    fields.append(Field(name, valueText))
    return .YES
  }

  private mutating func refuse(_ status: Int, _ reason: String) -> MHD_Result {
    failure = ServerFailure(status, reason)
    return .NO
  }

  private static let decisive: Set<String> = [
    "host", "cookie", "content-type", "content-length", "transfer-encoding", "origin", "x-forwarded-for",
    "x-forwarded-proto",
  ]
}

private func bytes(_ start: UnsafePointer<CChar>?, _ length: Int) -> UnsafeRawBufferPointer {
  UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : length)
}
