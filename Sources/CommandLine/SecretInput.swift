import Glibc
import GuvenceCore

/// Reads a secret at the terminal without showing it, or from a file descriptor.
enum SecretInput {
  /// Asks on the terminal with its echo off; `nil` where there is no terminal.
  static func ask(_ prompt: String) -> String? {
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard terminal >= 0 else { return nil }
    defer { close(terminal) }
    var before = termios()
    guard tcgetattr(terminal, &before) == 0 else { return nil }
    var silent = before
    silent.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(terminal, TCSAFLUSH, &silent)
    defer {
      tcsetattr(terminal, TCSAFLUSH, &before)
      _ = write(terminal, "\n", 1)
    }
    let text = prompt + ": "
    _ = write(terminal, text, text.utf8.count)
    return line(from: terminal)
  }

  /// The next line of a descriptor that the caller has opened; `nil` where nothing comes. Read byte by byte, so that a
  /// second secret can follow on the next line.
  static func line(from descriptor: Int32) -> String? {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while bytes.count < 1024 {
      let count = read(descriptor, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count == 1, byte != 0x0A else { break }
      bytes.append(byte)
    }
    if bytes.last == 0x0D { bytes.removeLast() }
    return bytes.isEmpty ? nil : String(validating: bytes, as: UTF8.self)
  }
}

extension Invocation {
  /// A passphrase from `--passphrase-fd`, else from the terminal; never from the words of the command, which other
  /// processes can read.
  func secret(_ prompt: Localized) throws -> String {
    if let descriptor = try integer("passphrase-fd") {
      guard descriptor >= 0, let line = SecretInput.line(from: Int32(truncatingIfNeeded: descriptor)) else {
        throw UsageProblem(
          Localized(
            "--passphrase-fd \(descriptor) okunamadı ya da boş",
            "--passphrase-fd \(descriptor) cannot be read, or is empty"
          ))
      }
      return line
    }
    guard let typed = console.secret(prompt(language)) else {
      throw UsageProblem(
        Localized(
          "parola tümcesi için bir uçbirim yok: --passphrase-fd N verin",
          "there is no terminal to ask for the passphrase: give --passphrase-fd N"))
    }
    return typed
  }
}
