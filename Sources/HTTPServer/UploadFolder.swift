import Glibc

/// A folder only this process may enter, for the files of multipart forms.
final class UploadFolder: Sendable {
  let path: String

  init(in parent: String) throws {
    var template = Array("\(parent)/guvence-uploads-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw StartFailure("cannot make a folder in \(parent)", code: errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { rmdir(path) }

  func makeFile() throws(ServerFailure) -> UploadFile {
    let file = "\(path)/\(String(UInt64.random(in: 0 ... .max), radix: 36))"
    let descriptor = open(file, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw ServerFailure(507, "cannot make an upload file") }
    return UploadFile(path: file, descriptor: descriptor)
  }
}

/// A file being received; deleted when nobody holds it any more.
final class UploadFile {
  let path: String
  private let descriptor: Int32
  private(set) var size = 0

  init(path: String, descriptor: Int32) { (self.path, self.descriptor) = (path, descriptor) }

  deinit {
    close(descriptor)
    unlink(path)
  }

  func append(_ bytes: UnsafeRawBufferPointer) throws(ServerFailure) {
    var rest = bytes
    while let start = rest.baseAddress, !rest.isEmpty {
      let written = write(descriptor, start, rest.count)
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw ServerFailure(507, "cannot store an upload") }
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(written))
    }
    size += bytes.count
  }
}
