import Foundation
import GuvenceCore
import GuvenceHTTPServer
import Testing

@Suite("Multipart forms")
struct UploadTests {
  private let type = "multipart/form-data; boundary=sinir"

  private func part(_ name: String, file: String? = nil, _ content: [UInt8]) -> [UInt8] {
    let fileName = file.map { "; filename=\"\($0)\"\r\nContent-Type: text/plain" } ?? ""
    let head = "--sinir\r\nContent-Disposition: form-data; name=\"\(name)\"\(fileName)\r\n\r\n"
    return Array(head.utf8) + content + Array("\r\n".utf8)
  }

  private let end = Array("--sinir--\r\n".utf8)

  @Test("fields and files arrive, names in any alphabet, empty file fields do not")
  func fieldsAndFiles() throws {
    let server = try describingServer()
    let body =
      part("ad", Array("Örnek Belediyesi".utf8)) + part("bos", []) + part("dosya", file: "Çalışma Ğ.txt", [1, 0, 2])
      + part("yok", file: "", []) + part("ad", Array("iki".utf8)) + end
    let answer = server.post("/f", type: type, body)
    #expect(
      answer.text
        == "POST /f\nform ad=Örnek Belediyesi\nform bos=\nform ad=iki\nfile dosya Çalışma Ğ.txt text/plain 3")
  }

  @Test("a file is complete, private, and gone when the request has ended")
  func privateFile() throws {
    let seen = Locked<(path: String, mode: Int, folderMode: Int, same: Bool)>(("", 0, 0, false))
    let content = (0..<400_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let server = try describingServer { _ in
    } handler: { request in
      let upload = try #require(request.uploads.first)
      let mode = try FileManager.default.attributesOfItem(atPath: upload.path)[.posixPermissions] as? Int
      let folder = (upload.path as NSString).deletingLastPathComponent
      let folderMode = try FileManager.default.attributesOfItem(atPath: folder)[.posixPermissions] as? Int
      let same = try Data(contentsOf: URL(fileURLWithPath: upload.path)) == Data(content)
      seen.withLock { $0 = (upload.path, mode ?? 0, folderMode ?? 0, same) }
      return .text("\(upload.size)")
    }
    let answer = server.post("/f", type: type, part("dosya", file: "a.bin", content) + end)
    #expect(answer.text == "400000")
    let (path, mode, folderMode, same) = seen.withLock { $0 }
    #expect(mode == 0o600)
    #expect(folderMode == 0o700)
    #expect(same)
    server.stop()
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test(
    "a file name is never a path",
    arguments: [
      ("../../etc/passwd", "passwd"), ("C:\\\\Belgeler\\\\kayit.xlsx", "kayit.xlsx"), ("/", ""),
    ])
  func fileNames(given: String, expected: String) throws {
    let server = try describingServer { _ in
    } handler: {
      .text($0.uploads.first?.fileName ?? "-")
    }
    #expect(server.post("/f", type: type, part("d", file: given, [1]) + end).text == expected)
  }

  @Test(
    "multipart forms that are not well-formed",
    arguments: [
      (type: "multipart/form-data", body: "--sinir\r\n"),
      (
        type: "multipart/form-data; boundary=sinir",
        body: "--sinir\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx"
      ),
      (type: "multipart/form-data; boundary=sinir", body: "no boundary at all"),
    ])
  func malformed(type: String, body: String) throws {
    let server = try describingServer()
    #expect(server.post("/f", type: type, Array(body.utf8)).status == 400)
  }

  @Test("NUL, broken UTF-8 and too many parts are refused")
  func refusedParts() throws {
    let server = try describingServer {
      $0.limits.uploads = 2
      $0.limits.fields = 3
    }
    #expect(server.post("/f", type: type, part("a", [0x61, 0, 0x62]) + end).status == 400)
    #expect(server.post("/f", type: type, part("a", [0xFF]) + end).status == 400)
    let files = (0..<3).flatMap { part("f\($0)", file: "x", [1]) }
    #expect(server.post("/f", type: type, files + end).status == 400)
    let fields = (0..<4).flatMap { part("f\($0)", [0x61]) }
    #expect(server.post("/f", type: type, fields + end).status == 400)
  }
}
