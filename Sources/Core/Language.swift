/// A language of the screens. Turkish is the product's language; English is the switch.
public enum Language: String, Sendable, CaseIterable {
  /// Türkçe.
  case turkish = "tr"
  /// English.
  case english = "en"
}

/// A text in both languages, as data files and pages carry it.
public struct Localized: Hashable, Sendable {
  /// The Turkish text; always present.
  public let turkish: String
  /// The English text.
  public let english: String

  /// Both texts.
  public init(_ turkish: String, _ english: String) { (self.turkish, self.english) = (turkish, english) }

  /// The text in `language`; Turkish where the English one is empty.
  public func callAsFunction(_ language: Language) -> String {
    language == .english && !english.isEmpty ? english : turkish
  }
}
