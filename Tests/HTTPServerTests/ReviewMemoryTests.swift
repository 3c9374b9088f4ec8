import GuvenceHTTPServer
import Testing

/// A body limit made for uploads must not let anybody fill the memory with bodies that are no files.
@Suite("Bodies kept in memory")
struct ReviewMemoryTests {
  private func server() throws -> HTTPServer {
    try describingServer {
      $0.limits.bodyBytes = { _, _ in 100_000 }
      $0.limits.memoryBytes = 2_000
    }
  }

  private func part(_ name: String, file: String?, count: Int) -> String {
    let fileName = file.map { "; filename=\"\($0)\"" } ?? ""
    return "--sinir\r\nContent-Disposition: form-data; name=\"\(name)\"\(fileName)\r\n\r\n"
      + String(repeating: "x", count: count) + "\r\n"
  }

  @Test("what is no file is limited by the memory, announced or not", arguments: [1_999, 2_000, 2_001, 50_000])
  func bytes(count: Int) throws {
    let server = try server()
    let body = [UInt8](repeating: 0x78, count: count)
    #expect(server.post("/b", type: "application/octet-stream", body).status == (count <= 2_000 ? 200 : 413))
  }

  @Test("files may be as large as the body; all fields together may not")
  func fields() throws {
    let server = try server()
    let type = "multipart/form-data; boundary=sinir"
    let file = part("dosya", file: "a.csv", count: 50_000) + "--sinir--\r\n"
    #expect(server.post("/f", type: type, Array(file.utf8)).status == 200)
    let fields = (0..<30).map { part("alan\($0)", file: nil, count: 100) }.joined() + "--sinir--\r\n"
    #expect(server.post("/f", type: type, Array(fields.utf8)).status == 413)
  }
}
