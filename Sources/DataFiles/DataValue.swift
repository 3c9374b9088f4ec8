import FoundationEssentials
import GuvenceCore

/// A value to be written as a data file: text, numbers, flags, lists and objects in the order given.
public indirect enum DataValue: Sendable, Hashable {
  /// Text; quoted where another program could take it for something else.
  case text(String)
  /// A whole number.
  case int(Int)
  /// An exact decimal.
  case decimal(Decimal)
  /// `true` or `false`.
  case flag(Bool)
  /// A list, one item per line.
  case list([DataValue])
  /// Keys and values in order.
  case object([Entry])

  /// A key with its value.
  public struct Entry: Sendable, Hashable {
    /// The key.
    public let key: String
    /// The value.
    public let value: DataValue
  }

  /// An object of the pairs given, in order; pairs whose value is `nil` are left out.
  public static func object(_ pairs: KeyValuePairs<String, DataValue?>) -> DataValue {
    .object(pairs.compactMap { key, value in value.map { Entry(key: key, value: $0) } })
  }

  /// A day as `YYYY-MM-DD`.
  public static func day(_ day: Day) -> DataValue { .text(day.description) }
}
