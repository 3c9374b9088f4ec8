import CSodium
import Foundation
import GuvenceCore
import GuvenceRegister

/// A secret key in memory that libsodium locks and wipes.
///
/// `@unchecked Sendable`: the memory is written once, before the value is shared, and only read afterwards.
final class SecretBytes: @unchecked Sendable {
  private let start: UnsafeMutableRawPointer
  let count: Int

  /// Takes over what `fill` writes into `count` locked bytes.
  init(count: Int, _ fill: (UnsafeMutablePointer<UInt8>) -> Bool) throws {
    try Secrets.ready()
    guard let memory = sodium_malloc(count) else {
      throw Fault(reference: "sodium", detail: "no locked memory for a key")
    }
    (start, self.count) = (memory, count)
    guard fill(memory.assumingMemoryBound(to: UInt8.self)) else {
      throw Problem(.unauthenticated, Localized("Parola tümcesi yanlış.", "The passphrase is wrong."))
    }
    sodium_mprotect_readonly(memory)
  }

  deinit { sodium_free(start) }

  func withBytes<Result>(_ body: (UnsafePointer<UInt8>) throws -> Result) rethrows -> Result {
    try body(UnsafePointer(start.assumingMemoryBound(to: UInt8.self)))
  }
}

/// The confidential register's cryptography; every primitive is libsodium's.
enum ConcernSeal {
  /// Contents are padded to a multiple of this, so that their length tells little.
  private static let block = 1024
  static let secretLength = Int(crypto_box_SECRETKEYBYTES)
  private static let publicLength = Int(crypto_box_PUBLICKEYBYTES)
  /// What an envelope adds: the one-time public key and the authenticator.
  private static let overhead = publicLength + Int(crypto_box_MACBYTES)

  /// A fresh key pair.
  static func keyPair() throws -> (publicKey: [UInt8], secret: SecretBytes) {
    var publicKey = [UInt8](repeating: 0, count: publicLength)
    let secret = try SecretBytes(count: secretLength) { crypto_box_keypair(&publicKey, $0) == 0 }
    return (publicKey, secret)
  }

  /// The public half that belongs to a secret one: a public key exchanged in the database shows.
  static func publicKey(of secret: SecretBytes) -> [UInt8] {
    var publicKey = [UInt8](repeating: 0, count: publicLength)
    _ = secret.withBytes { crypto_scalarmult_base(&publicKey, $0) }
    return publicKey
  }

  /// `content` in an envelope that only the secret half of `publicKey` opens (X25519, XSalsa20-Poly1305).
  static func seal(_ content: ConcernContent, for publicKey: [UInt8]) throws -> [UInt8] {
    try Secrets.ready()
    var bytes = [UInt8](try JSONEncoder().encode(content))
    bytes += [0x80] + [UInt8](repeating: 0, count: block - 1 - bytes.count % block)
    var sealed = [UInt8](repeating: 0, count: bytes.count + overhead)
    guard crypto_box_seal(&sealed, bytes, UInt64(bytes.count), publicKey) == 0 else {
      throw Fault(reference: "sodium", detail: "crypto_box_seal failed")
    }
    sodium_memzero(&bytes, bytes.count)
    return sealed
  }

  /// What an envelope holds; `nil` where the key does not fit or the envelope was changed.
  static func open(_ sealed: [UInt8], _ publicKey: [UInt8], _ secret: SecretBytes) -> ConcernContent? {
    guard sealed.count > overhead else { return nil }
    var bytes = [UInt8](repeating: 0, count: sealed.count - overhead)
    let result = secret.withBytes { crypto_box_seal_open(&bytes, sealed, UInt64(sealed.count), publicKey, $0) }
    guard result == 0, let end = bytes.lastIndex(of: 0x80) else { return nil }
    return try? JSONDecoder().decode(ConcernContent.self, from: Data(bytes[..<end]))
  }

  /// The secret in a box that `passphrase` opens.
  static func wrap(_ secret: SecretBytes, passphrase: String) throws -> WrappedSecret {
    let (salt, nonce) = (
      try Secrets.randomBytes(Int(crypto_pwhash_SALTBYTES)), try Secrets.randomBytes(Int(crypto_secretbox_NONCEBYTES))
    )
    let key = try derived(passphrase, salt, passes: Int(Secrets.passes) + 1, memory: Secrets.memory)
    var box = [UInt8](repeating: 0, count: secret.count + Int(crypto_secretbox_MACBYTES))
    _ = secret.withBytes { content in
      key.withBytes { crypto_secretbox_easy(&box, content, UInt64(secret.count), nonce, $0) }
    }
    return WrappedSecret(
      salt: salt, passes: Int(Secrets.passes) + 1, memory: Secrets.memory, nonce: nonce, box: box)
  }

  /// The secret in the box. Throws an `unauthenticated` problem where the passphrase does not open it.
  static func unwrap(_ wrapped: WrappedSecret, passphrase: String) throws -> SecretBytes {
    let key = try derived(passphrase, wrapped.salt, passes: wrapped.passes, memory: wrapped.memory)
    return try SecretBytes(count: secretLength) { out in
      key.withBytes {
        crypto_secretbox_open_easy(out, wrapped.box, UInt64(wrapped.box.count), wrapped.nonce, $0) == 0
      }
    }
  }

  private static func derived(
    _ passphrase: String, _ salt: [UInt8], passes: Int, memory: Int
  ) throws -> SecretBytes {
    let characters = Secrets.normalized(passphrase).map { CChar(bitPattern: $0) }
    return try SecretBytes(count: Int(crypto_secretbox_KEYBYTES)) { out in
      Secrets.inTurn {
        crypto_pwhash(
          out, UInt64(crypto_secretbox_KEYBYTES), characters, UInt64(characters.count), salt, UInt64(passes), memory,
          crypto_pwhash_ALG_ARGON2ID13) == 0
      }
    }
  }
}

/// The receipt code that a reporter is given once. It has 100 random bits; hash and key pair follow from it, and the
/// store keeps neither it nor the secret half.
struct ConcernReceipt {
  /// As printed: `7K3QM-…`, four groups of five.
  let code: String
  /// What the report is found by.
  let hash: [UInt8]
  /// Public half.
  let publicKey: [UInt8]
  /// Secret half.
  let secret: SecretBytes

  /// Crockford's 32 signs: no letter that reads like a digit.
  private static let signs = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

  /// A new code.
  static func make() throws -> ConcernReceipt {
    let letters = try Secrets.randomBytes(20).map { signs[Int($0 & 31)] }
    guard let receipt = try ConcernReceipt(String(decoding: letters, as: UTF8.self)) else {
      throw Fault(reference: "receipt", detail: "a new receipt code does not read back")
    }
    return receipt
  }

  /// The receipt of a code as typed: spaces, dashes and small letters are allowed; `nil` where it is no code.
  init?(_ typed: String) throws {
    var letters: [UInt8] = []
    for scalar in typed.unicodeScalars where scalar != "-" && !scalar.properties.isWhitespace {
      guard letters.count < 20, let letter = ConcernReceipt.sign(scalar) else { return nil }
      letters.append(letter)
    }
    guard letters.count == 20 else { return nil }
    code = stride(from: 0, to: 20, by: 5).map { String(decoding: letters[$0..<$0 + 5], as: UTF8.self) }
      .joined(separator: "-")
    hash = try ConcernReceipt.digest("guvence/concern/receipt", letters)
    let seed = try ConcernReceipt.digest("guvence/concern/reporter", letters)
    var publicKey = [UInt8](repeating: 0, count: Int(crypto_box_PUBLICKEYBYTES))
    secret = try SecretBytes(count: ConcernSeal.secretLength) { crypto_box_seed_keypair(&publicKey, $0, seed) == 0 }
    self.publicKey = publicKey
  }

  private static func sign(_ scalar: Unicode.Scalar) -> UInt8? {
    switch scalar {
    case "o", "O": return UInt8(ascii: "0")
    case "i", "I", "ı", "İ", "l", "L": return UInt8(ascii: "1")
    default: break
    }
    guard scalar.isASCII else { return nil }
    let byte = UInt8(scalar.value)
    let upper = (0x61...0x7A).contains(byte) ? byte - 0x20 : byte
    return signs.contains(upper) ? upper : nil
  }

  private static func digest(_ purpose: String, _ letters: [UInt8]) throws -> [UInt8] {
    try Secrets.ready()
    let key = Array(purpose.utf8)
    var out = [UInt8](repeating: 0, count: 32)
    crypto_generichash(&out, out.count, letters, UInt64(letters.count), key, key.count)
    return out
  }
}

/// What an entry says; only ever stored sealed.
struct ConcernContent: Codable, Sendable {
  var subject = ""
  var text = ""
  var name = ""
  var contact = ""
}

/// A token bucket over all visitors together: reports that come in a flood are refused for a while, whoever sends them.
struct ConcernGate: Sendable {
  private var tokens = 20.0
  private var updated = Instant(milliseconds: 0)
  private static let capacity = 20.0
  private static let secondsPerToken = 30.0

  /// Takes one; returns the seconds to wait where there is none left.
  mutating func pass(at now: Instant) -> Int? {
    let seconds = Double(max(0, now.milliseconds - updated.milliseconds)) / 1000
    tokens = min(ConcernGate.capacity, tokens + seconds / ConcernGate.secondsPerToken)
    updated = max(updated, now)
    guard tokens >= 1 else { return Int(((1 - tokens) * ConcernGate.secondsPerToken).rounded(.up)) }
    tokens -= 1
    return nil
  }
}
