import GuvenceCore
import GuvenceRegister
import GuvenceStorage

extension App {
  /// This person's notices of what they may read, newest first.
  public func notices(unreadOnly: Bool = false, limit: Int = 200, by actor: Actor) throws -> [Notice] {
    try read { connection in try notices(unreadOnly: unreadOnly, limit: limit, actor, connection) }
  }

  /// How many of them are unread; 0 for the operator of the machine, who gets none.
  public func unreadNotices(by actor: Actor) throws -> Int {
    guard let account = actor.accountID else { return 0 }
    return try read { connection in
      try NoticeTable.unreadCount(of: account, in: try Access(actor, connection).scope(.read), connection)
    }
  }

  /// Marks one notice as read, or all where `id` is `nil`. Returns how many were unread.
  @discardableResult
  public func readNotices(_ id: Identifier<Notice>?, by actor: Actor) throws -> Int {
    guard let account = actor.accountID else { return 0 }
    return try write("notice-read", by: actor) { connection, stamp in
      try NoticeTable.markRead(id, of: account, at: stamp.at, connection)
    }
  }

  func notices(unreadOnly: Bool, limit: Int, _ actor: Actor, _ connection: Connection) throws -> [Notice] {
    guard let account = actor.accountID else { return [] }
    return try NoticeTable.all(
      of: account, in: try Access(actor, connection).scope(.read), unreadOnly: unreadOnly, limit: limit, connection)
  }
}
