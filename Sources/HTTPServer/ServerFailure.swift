/// Why the server answers a request itself.
public struct ServerFailure: Error, Sendable {
  /// The status code of the answer.
  public let status: Int
  /// For the log, in English; says nothing about a person.
  public let reason: String
  /// The request's identifier, to be shown as reference number.
  public var requestID = ""
  /// What the handler threw, if it did.
  public var error: (any Error)?

  init(_ status: Int, _ reason: String) { (self.status, self.reason) = (status, reason) }

  /// A page of last resort.
  public var plainPage: Response { .text("\(status)\n\(requestID)\n", status: status) }
}

/// One answer, as the access log wants it; nothing in it says who asked.
public struct AccessLine: Sendable, CustomStringConvertible {
  /// The method as sent; `-` when it was not one we pass on.
  public let method: String
  /// The path, without the query. Whoever writes the line takes out what is secret in it.
  public var path: String
  /// The status sent; 0 when the connection broke before an answer.
  public let status: Int
  /// Bytes of the body, where known beforehand.
  public let bytes: Int
  /// Milliseconds from the request line to the end of the answer.
  public let milliseconds: Double
  /// The request's identifier.
  public let requestID: String
  /// Why the server refused, if it did.
  public let reason: String?

  /// `POST /risks 303 0 12.4 6f0c…`.
  public var description: String {
    let tenths = Int(milliseconds * 10)
    let line = "\(method) \(path) \(status) \(bytes) \(tenths / 10).\(tenths % 10) \(requestID)"
    return reason.map { "\(line) \($0)" } ?? line
  }
}
