import GuvenceCore
import GuvenceRegister

/// What a reporter types.
public struct ConcernForm: Sendable, Hashable {
  /// A few words.
  public var subject: String
  /// What, when, where, who.
  public var text: String
  /// Name, where the reporter wants to give it.
  public var name: String
  /// How to be reached, where the reporter wants that.
  public var contact: String

  /// A form.
  public init(subject: String, text: String, name: String = "", contact: String = "") {
    (self.subject, self.text, self.name, self.contact) = (subject, text, name, contact)
  }
}

/// One entry as it is shown.
public struct ConcernMessage: Sendable, Hashable {
  /// What it is.
  public let kind: ConcernEntryKind
  /// The day it was made.
  public let madeOn: Day
  /// The new status, for changes of status.
  public let status: ConcernStatus?
  /// What it says; `nil` where it cannot be opened.
  public let text: String?
  /// The officer's name; empty for the reporter, and on the reporter's own page.
  public let author: String
}

/// What a reporter sees with the receipt code.
public struct ConcernThread: Sendable {
  /// The day the report came in.
  public let receivedOn: Day
  /// Where it stands.
  public let status: ConcernStatus
  /// Questions, answers, changes of status.
  public let messages: [ConcernMessage]
  /// Whether an answer is still taken.
  public var mayReply: Bool { status != .closed }
}

/// One report in the officers' list.
public struct ConcernLine: Sendable, Hashable {
  /// Its number.
  public let id: Identifier<Concern>
  /// The day it came in.
  public let receivedOn: Day
  /// Where it stands.
  public let status: ConcernStatus
  /// Its subject; `nil` where it cannot be opened.
  public let subject: String?
  /// Whether the last word is the reporter's.
  public let isWaiting: Bool
}

/// A report as officers see it.
public struct ConcernPage: Sendable {
  /// Its line.
  public let line: ConcernLine
  /// What the reporter wrote; `nil` where it cannot be opened.
  public let report: ConcernForm?
  /// All entries after the report.
  public let messages: [ConcernMessage]
}

/// What a report is turned into.
public enum ConcernTurn: Sendable, Hashable {
  /// A realised event or near miss.
  case event(EventForm)
  /// A risk of the unit with this code.
  case risk(unitCode: String, statement: String)
}

/// What everybody may know of the register.
public struct ConcernIntake: Sendable, Hashable {
  /// Whether reports can be made: there is a key.
  public let isOpen: Bool
  /// First 16 hexadecimal digits of the BLAKE2b hash of the key in use; empty where there is none.
  public let fingerprint: String
}

/// The opened register: its secret keys, in locked memory. It opens nothing for somebody who is not an officer.
public struct ConcernKeyring: Sendable {
  struct Pair: Sendable {
    let publicKey: [UInt8]
    let secret: SecretBytes
  }

  let pairs: [Identifier<ConcernKey>: Pair]
}
