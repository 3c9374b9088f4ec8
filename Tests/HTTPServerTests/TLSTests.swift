import Foundation
import GuvenceHTTPServer
import Testing

@Suite("TLS", .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl")))
struct TLSTests {
  @Test("with certificate and key the server speaks TLS, and says so to the browser")
  func secure() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (certificate, key) = (folder.path + "/c.pem", folder.path + "/k.pem")
    _ = try openssl(
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj",
      "/CN=localhost", "-keyout", key, "-out", certificate)
    let server = try describingServer {
      $0.tls = .init(certificateFile: certificate, keyFile: key)
    } handler: { request in
      .text("secure \(request.isSecure)").setting(Cookie("a", "b", isSecure: request.isSecure))
    }
    let reply = try openssl(
      "s_client", "-quiet", "-ign_eof", "-CAfile", certificate, "-verify_return_error", "-connect",
      "127.0.0.1:\(server.port)", input: "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    let answer = Answer(reply)
    #expect(answer.text == "secure true")
    #expect(answer.header("Strict-Transport-Security") == "max-age=31536000")
    #expect(answer.header("Set-Cookie")?.hasSuffix("; Secure") == true)
  }

  @Test("a file that is no certificate is refused at the start")
  func notACertificate() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).pem").path
    try Data("no certificate".utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(throws: StartFailure.self) {
      try describingServer { $0.tls = .init(certificateFile: path, keyFile: path) }
    }
  }

  private func openssl(_ arguments: String..., input: String = "") throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
    process.arguments = arguments
    let (stdin, stdout) = (Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = FileHandle.nullDevice
    try process.run()
    try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try stdin.fileHandleForWriting.close()
    let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Array(output)
  }
}
