import CSodium
import Dispatch
import Foundation
import GuvenceCore

/// Passwords, one-time tokens and their stored forms; every primitive is libsodium's.
enum Secrets {
  /// OWASP's minimum for argon2id is 19 MiB and two passes; 64 MiB costs about 0.15 s and raises the price of guessing.
  static let passes: UInt64 = 2
  static let memory = 64 << 20
  /// 64 MiB each: more than two at once would make the sign-in page a way to exhaust memory.
  private static let hashing = DispatchSemaphore(value: 2)
  private static let isReady: Bool = sodium_init() >= 0

  /// A random token of 32 bytes as 64 hex digits.
  static func token() throws -> String { hex(try randomBytes(32)) }

  /// What the store keeps of a token: its BLAKE2b hash, so that a stolen database opens no session.
  static func fingerprint(ofToken token: String) throws -> [UInt8] {
    try ready()
    var out = [UInt8](repeating: 0, count: 32)
    let bytes = Array(token.utf8)
    crypto_generichash(&out, out.count, bytes, UInt64(bytes.count), nil, 0)
    return out
  }

  /// An argon2id hash of `password` with its parameters and salt, as libsodium prints it.
  static func hash(password: String) throws -> String {
    try ready()
    let characters = normalized(password).map { CChar(bitPattern: $0) }
    var out = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
    let result = inTurn {
      crypto_pwhash_str_alg(
        &out, characters, UInt64(characters.count), passes, memory, crypto_pwhash_ALG_ARGON2ID13)
    }
    guard result == 0 else { throw Fault(reference: "pwhash", detail: "argon2id could not get its memory") }
    return String(decoding: out.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Whether `password` is the one behind `stored`.
  static func verify(password: String, against stored: String) throws -> Bool {
    try ready()
    let characters = normalized(password).map { CChar(bitPattern: $0) }
    return inTurn { crypto_pwhash_str_verify(stored, characters, UInt64(characters.count)) == 0 }
  }

  /// Runs `body` at once where fewer than two are running, else after one of them has ended.
  static func inTurn<Result>(_ body: () throws -> Result) rethrows -> Result {
    hashing.wait()
    defer { hashing.signal() }
    return try body()
  }

  /// Whether two texts are the same, in time that does not depend on where they differ.
  static func equal(_ left: String, _ right: String) -> Bool {
    let (a, b) = (Array(left.utf8), Array(right.utf8))
    return a.count == b.count && sodium_memcmp(a, b, a.count) == 0
  }

  /// What is wrong with a new password; `nil` where it is good: 12 to 128 characters, not the login, not one repeated
  /// character. Length rather than character classes, after NIST SP 800-63B §5.1.1.2.
  static func weakness(of password: String, login: String) -> Localized? {
    if password.count < 12 { return Localized("Parola en az 12 karakter olmalıdır.", "Use at least 12 characters.") }
    if password.utf8.count > 512 || password.count > 128 {
      return Localized("Parola en çok 128 karakter olabilir.", "Use at most 128 characters.")
    }
    if Set(password).count < 4 {
      return Localized("Parolada en az 4 farklı karakter kullanın.", "Use at least 4 different characters.")
    }
    if TurkishText.fold(password) == TurkishText.fold(login) {
      return Localized("Parola, kullanıcı adıyla aynı olamaz.", "The password must differ from the user name.")
    }
    return nil
  }

  static func randomBytes(_ count: Int) throws -> [UInt8] {
    try ready()
    var bytes = [UInt8](repeating: 0, count: count)
    randombytes_buf(&bytes, count)
    return bytes
  }

  static func ready() throws {
    guard isReady else { throw Fault(reference: "sodium", detail: "sodium_init failed") }
  }

  /// NFC, so that «İ» typed as one letter or as I with a dot is the same password; cut at 512 bytes before hashing.
  static func normalized(_ password: String) -> [UInt8] {
    Array(String(password.prefix(128)).precomposedStringWithCanonicalMapping.utf8.prefix(512))
  }

  static func hex(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
