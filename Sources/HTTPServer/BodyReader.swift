import CMicroHTTPD

/// Receives a body: keeps the bytes, or hands multipart forms piece by piece to libmicrohttpd's parser, which calls back
/// with fields and file pieces. Used by one request thread.
final class BodyReader {
  private let limits: ServerLimits
  private let maximum: Int
  private let folder: UploadFolder
  private let connection: OpaquePointer?
  private let kind: Kind
  private var received = 0
  private var bytes: [UInt8] = []
  private var processor: OpaquePointer?
  private var form = FormAssembler()
  private(set) var failure: ServerFailure?

  private enum Kind {
    case bytes
    case urlencoded
    case multipart
  }

  init(
    _ connection: OpaquePointer?, _ head: RequestHead, _ limits: ServerLimits, _ folder: UploadFolder
  ) throws(ServerFailure) {
    (self.connection, self.limits, self.folder) = (connection, limits, folder)
    let type = asciiLowercased(head.headers["content-type"] ?? "").prefix { $0 != ";" && $0 != " " }
    switch type {
    case "application/x-www-form-urlencoded": kind = .urlencoded
    case "multipart/form-data": kind = .multipart
    default: kind = .bytes
    }
    let allowed = limits.bodyBytes(head.method, head.path)
    maximum = kind == .multipart ? allowed : min(allowed, limits.memoryBytes)
    if let length = head.contentLength, length > maximum { throw ServerFailure(413, "body announced too large") }
    if kind == .multipart { try makeProcessor() }
  }

  deinit {
    if let processor { MHD_destroy_post_processor(processor) }
  }

  /// Takes a piece; false when the connection must be dropped, because the rest of the body will not be read.
  func take(_ piece: UnsafeRawBufferPointer) -> Bool {
    received += piece.count
    guard received <= maximum else { return false }
    guard failure == nil else { return true }
    if kind == .multipart { process(piece) } else { bytes.append(contentsOf: piece) }
    return true
  }

  /// What was received, after the last piece.
  func finish() throws(ServerFailure) -> (form: Fields, files: [FormAssembler.File], bytes: [UInt8]) {
    if let failure { throw failure }
    if kind == .urlencoded, !bytes.isEmpty { try readURLEncoded() }
    if let processor {
      self.processor = nil
      // Delivers the last field, and knows whether the form was cut off.
      let complete = MHD_destroy_post_processor(processor) == .YES
      if let failure { throw failure }
      guard complete, kind != .multipart || !form.isUntouched else { throw ServerFailure(400, "form is incomplete") }
    }
    return (try form.fields(), form.files, kind == .bytes ? bytes : [])
  }

  private func readURLEncoded() throws(ServerFailure) {
    // The parser unescapes names in place as C strings, where NUL would cut them.
    for index in bytes.indices.dropLast(2) where bytes[index] == UInt8(ascii: "%") {
      if bytes[index + 1] == 0x30, bytes[index + 2] == 0x30 { throw ServerFailure(400, "NUL in a form") }
    }
    guard !bytes.contains(0) else { throw ServerFailure(400, "NUL in a form") }
    try makeProcessor()
    bytes.withUnsafeBytes { process($0) }
    if let failure { throw failure }
  }

  private func makeProcessor() throws(ServerFailure) {
    processor = MHD_create_post_processor(
      connection, 65_536,
      { context, _, key, fileName, contentType, _, data, offset, size in
        guard let context else { return .NO }
        let reader = Unmanaged<BodyReader>.fromOpaque(context).takeUnretainedValue()
        let piece = UnsafeRawBufferPointer(start: data, count: data == nil ? 0 : size)
        return reader.receive(key, fileName, contentType, piece, isFirst: offset == 0)
      }, Unmanaged.passUnretained(self).toOpaque())
    guard processor != nil else { throw ServerFailure(400, "form without boundary") }
  }

  private func process(_ piece: UnsafeRawBufferPointer) {
    let result = MHD_post_process(processor, piece.baseAddress?.assumingMemoryBound(to: CChar.self), piece.count)
    if result != .YES, failure == nil { failure = ServerFailure(400, "form is malformed") }
  }

  private func receive(
    _ key: UnsafePointer<CChar>?, _ fileName: UnsafePointer<CChar>?, _ contentType: UnsafePointer<CChar>?,
    _ piece: UnsafeRawBufferPointer, isFirst: Bool
  ) -> MHD_Result {
    guard failure == nil else { return .NO }
    do throws(ServerFailure) {
      if isFirst { try form.begin(key, fileName, contentType, limits, folder) }
      try form.append(piece, limits)
      return .YES
    } catch {
      failure = error
      return .NO
    }
  }
}
