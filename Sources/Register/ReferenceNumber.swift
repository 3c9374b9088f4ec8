import GuvenceCore

/// Reference numbers of risks as administrations print them: unit code, `RA`, a number of four digits — `MH.RA.0001`.
public enum ReferenceNumber {
  /// The reference of the `number`th risk of the unit with `code`; `number` from 1.
  public static func text(unitCode code: String, number: Int) -> String {
    let digits = String(number)
    return "\(code).RA.\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)"
  }

  /// Unit code and number of a reference of that form; `nil` for any other form. A number of more than nine digits is no
  /// running number but a name.
  public static func parts(_ text: String) -> (unitCode: String, number: Int)? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, !parts[0].isEmpty, parts[1] == "RA", parts[2].utf8.count <= 9,
      let number = Int(parts[2]), number > 0, parts[2].utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return (String(parts[0]), number)
  }
}
