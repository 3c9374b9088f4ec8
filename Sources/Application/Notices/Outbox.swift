import Glibc
import GuvenceCore

/// A folder into which mails are put for a mail program to fetch. A file appears whole or not at all, and is never
/// written twice.
struct Outbox {
  private let folder: String

  /// The folder at `path`, which must be there and writable.
  init(_ path: String) throws {
    var kind = stat()
    guard stat(path, &kind) == 0, kind.st_mode & S_IFMT == S_IFDIR, access(path, W_OK | X_OK) == 0 else {
      throw Problem(
        .conflict,
        Localized("Klasör yok ya da yazılamıyor: \(path)", "The folder is missing or cannot be written: \(path)"))
    }
    folder = path
  }

  /// Whether a file of this name is there.
  func has(_ name: String) -> Bool { access("\(folder)/\(name)", F_OK) == 0 }

  /// Writes `bytes` as `name`: first under another name, then, once they are on the disk, linked to their own. `false`
  /// where a file of that name came in between; it stays as it is.
  func write(_ bytes: [UInt8], as name: String) throws -> Bool {
    let (target, draft) = ("\(folder)/\(name)", "\(folder)/.\(name).\(getpid()).tmp")
    let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw fault("open", draft) }
    defer { unlink(draft) }
    var isWritten = true
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let count = Glibc.write(file, buffer.baseAddress?.advanced(by: done), buffer.count - done)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else {
          isWritten = false
          return
        }
        done += count
      }
    }
    isWritten = fsync(file) == 0 && isWritten
    close(file)
    guard isWritten else { throw fault("write", draft) }
    if link(draft, target) != 0 {
      if errno == EEXIST { return false }
      throw fault("link", target)
    }
    return true
  }

  private func fault(_ act: String, _ path: String) -> Fault {
    Fault(reference: "outbox", detail: "\(act) \(path): errno \(errno)")
  }
}
