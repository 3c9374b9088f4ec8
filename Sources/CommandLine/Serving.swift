/// Serves the web application until stopped; handed in by the main program, since faces do not know each other.
public typealias Serve = @Sendable (ServeOptions) throws -> Void

/// How `guvence serve` was called.
public struct ServeOptions: Sendable {
  /// The database's path.
  public let database: String
  /// The data folder.
  public let dataFolder: String
  /// Address to bind; loopback unless told otherwise.
  public let address: String
  /// Port; 0 takes a free one.
  public let port: UInt16
  /// PEM certificate file; with `keyFile` switches TLS on.
  public let certificateFile: String?
  /// PEM key file.
  public let keyFile: String?
  /// Folder for the daily digests; none are written where `nil`.
  public let outbox: String?
  /// Sender of the digests; the default where `nil`.
  public let sender: String?
  /// Address of the pages for links in the digests; empty where unknown.
  public let site: String
  /// Whether requests are logged.
  public let isVerbose: Bool
  /// Writes a line to the user.
  public let say: @Sendable (String) -> Void
}
