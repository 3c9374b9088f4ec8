#if canImport(Glibc)
  import Glibc
#endif

/// A moment in time, in milliseconds since 1970-01-01T00:00:00Z.
public struct Instant: Comparable, Hashable, Sendable, CustomStringConvertible {
  /// Milliseconds since the Unix epoch, UTC.
  public let milliseconds: Int64

  /// The moment `milliseconds` after the Unix epoch.
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// The present moment by the system clock. Only the shell asks for it; the domain is handed values.
  public static func now() -> Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }

  /// The calendar day in Europe/Istanbul. Türkiye has kept UTC+03:00 all year since 07.09.2016
  /// (Bakanlar Kurulu Kararı 2016/9154); the program records nothing older, so the offset is a constant.
  public var dayInIstanbul: Day { Day(daysSinceEpoch: Int(shifted.floorDivided(by: Instant.dayLength))) }

  /// `14:05` in Europe/Istanbul.
  public var clockInIstanbul: String {
    let minutes = Int(shifted - shifted.floorDivided(by: Instant.dayLength) * Instant.dayLength) / 60_000
    return "\(pad(minutes / 60, 2)):\(pad(minutes % 60, 2))"
  }

  /// The first millisecond of `day` in Europe/Istanbul.
  public static func startInIstanbul(of day: Day) -> Instant {
    Instant(milliseconds: Int64(day.daysSinceEpoch) * dayLength - istanbulOffset)
  }

  /// `2026-11-23T12:25:01.042Z`.
  public var description: String {
    let days = milliseconds.floorDivided(by: Instant.dayLength)
    let rest = Int(milliseconds - days * Instant.dayLength)
    let day = Day(daysSinceEpoch: Int(days))
    let (hour, minute) = (rest / 3_600_000, rest / 60_000 % 60)
    return "\(day)T\(pad(hour, 2)):\(pad(minute, 2)):\(pad(rest / 1000 % 60, 2)).\(pad(rest % 1000, 3))Z"
  }

  /// The moment `seconds` later.
  public func adding(seconds: Int) -> Instant { Instant(milliseconds: milliseconds + Int64(seconds) * 1000) }

  /// Earlier moments order first.
  public static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

  private static let dayLength: Int64 = 86_400_000
  private static let istanbulOffset: Int64 = 3 * 3_600_000
  private var shifted: Int64 { milliseconds + Instant.istanbulOffset }
}

extension Day {
  /// The first moment after this day in Europe/Istanbul: what was recorded before it was known at the day's end.
  public var endInIstanbul: Instant { .startInIstanbul(of: adding(days: 1)) }
}

extension Int64 {
  fileprivate func floorDivided(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
