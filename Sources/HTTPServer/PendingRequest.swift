/// What is known of one request between its first line and the end of its answer. Made when the first line is read, kept
/// by libmicrohttpd as its request context, released when the request is completed. Only its request thread touches it.
final class PendingRequest {
  let rawAddress: String
  let id: String
  let started = monotonicNanoseconds()
  var head: RequestHead?
  var body: BodyReader?
  /// Holds the files until the answer is sent: a handler may answer with an uploaded file.
  var files: [FormAssembler.File] = []
  var isAnswered = false
  var status = 0
  var byteCount = 0
  var reason: String?

  init(rawAddress: String, id: String) {
    self.rawAddress = rawAddress
    self.id = id
  }

  var accessLine: AccessLine {
    AccessLine(
      method: head.map { $0.isHead ? "HEAD" : $0.method.rawValue } ?? "-", path: head?.path ?? "-", status: status,
      bytes: byteCount, milliseconds: Double(monotonicNanoseconds() - started) / 1e6, requestID: id, reason: reason)
  }
}
