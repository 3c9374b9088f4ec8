import GuvenceCore
import GuvenceDataFiles
public struct ControlEffectRules: Sendable {
  public let effective: Day
  static func read(dataFolder: String, _ reader: DataReader) -> [ControlEffectRules] { [] }
}
struct ControlEffectCases {
  let rules: ControlEffectRules?; func results(_ object: ObjectReader) -> [CaseResult] { [] }
}
