/// How a server listens and what it lets in.
public struct ServerConfiguration: Sendable {
  /// The IPv4 or IPv6 address to listen on; the loopback unless told otherwise.
  public var address = "127.0.0.1"
  /// The port; 0 takes a free one, which the server then reports.
  public var port: UInt16 = 8080
  /// Request threads, 1...256. A slow handler delays the connections of its thread.
  public var threads = 8
  /// Host names and addresses (without port) the server answers to; nil answers to all. Keeps a hostile page from
  /// reaching a server on the loopback under its own name.
  public var allowedHosts: Set<String>?
  /// Whether a reverse proxy in front sets `X-Forwarded-For` and `X-Forwarded-Proto` and may be believed.
  public var trustsProxy = false
  /// Certificate and key; nil speaks plain HTTP.
  public var tls: TLS?
  /// What is too much.
  public var limits = ServerLimits()
  /// The folder in which the private folder for uploads is made.
  public var temporaryFolder = "/tmp"

  /// Called after every answer, on a request thread.
  public var log: @Sendable (AccessLine) -> Void = { _ in }
  /// Makes the page for a request the server itself refuses and for a handler that threw.
  public var errorPage: @Sendable (ServerFailure) -> Response = { $0.plainPage }

  /// Names of the loopback, for `allowedHosts` of a server that only this machine uses.
  public static let loopbackHosts: Set<String> = ["localhost", "127.0.0.1", "[::1]"]

  /// The defaults.
  public init() {}

  /// PEM files for TLS.
  public struct TLS: Sendable {
    /// The certificate chain.
    public let certificateFile: String
    /// The private key.
    public let keyFile: String

    /// The two files.
    public init(certificateFile: String, keyFile: String) {
      (self.certificateFile, self.keyFile) = (certificateFile, keyFile)
    }
  }
}

/// What is too much. Bytes, seconds and counts.
public struct ServerLimits: Sendable {
  /// Seconds from connecting, or from the last answer, until the head of a request must be complete.
  public var headSeconds = 15.0
  /// Seconds from the head until the body must be complete.
  public var bodySeconds = 60.0
  /// Seconds the client may take to read the answer.
  public var answerSeconds = 600.0
  /// Whole seconds without any byte until a connection is closed. Keep it below `headSeconds`.
  public var idleSeconds = 10
  /// Connections in all; shared out among the threads.
  public var connections = 512
  /// Connections per client address; 0 for no limit (behind a proxy).
  public var connectionsPerAddress = 64
  /// Bytes for the request line and all headers; more is answered 414 or 431.
  public var headBytes = 32_768
  /// Bytes of a body, by method and path; more is answered 413.
  public var bodyBytes: @Sendable (Request.Method, String) -> Int = { _, _ in 1_048_576 }
  /// Bytes of one body that are kept in memory: all of it but the files of a multipart form, which go to the disk. Holds
  /// also where `bodyBytes` allows more.
  public var memoryBytes = 1_048_576
  /// Query items, form fields.
  public var fields = 2_000
  /// Bytes of one form field.
  public var fieldBytes = 262_144
  /// Files in one form.
  public var uploads = 8

  /// The defaults.
  public init() {}
}
