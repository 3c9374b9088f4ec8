import GuvenceCore
import GuvenceRules

/// The part of a report's style that is data: colours of the levels, and the running heads of the printed pages.
public enum PageStyle {
  /// Colours of the levels as custom properties: `.level-high{--level-ground:#F59E42;--level-ink:#2A1600}`. A level
  /// whose id or colours are not of that form is left out, so nothing but colours can come of data.
  public static func css(levels: [Level]) -> String {
    levels.filter { isName($0.id) && isColour($0.background) && isColour($0.foreground) }
      .map { ".level-\($0.id){--level-ground:\($0.background);--level-ink:\($0.foreground)}\n" }
      .joined()
  }

  /// Level colours and the page heads of `document`: administration and title above, day and page number below.
  public static func css(_ document: Document, _ language: Language) -> String {
    let title = document.title
    let foot =
      (title.isSample ? [TitleBlock.sampleMark(language)] : [])
      + [Localized("Veri günü", "As of")(language) + " " + ReportFormat.day(title.asOf, language)]
    let page = Localized("Sayfa", "Page")(language)
    return css(levels: document.levels) + """
      @page {
        @top-left { content: \(quoted(title.administration)) }
        @top-right { content: \(quoted("\(title.title(language)) · \(title.period(language))")) }
        @bottom-left { content: \(quoted(foot.joined(separator: " · "))) }
        @bottom-right { content: \(quoted(page + " ")) counter(page) " / " counter(pages) }
      }

      """
  }

  /// A CSS string in which everything but ASCII letters, digits and blanks is escaped by its number.
  static func quoted(_ text: String) -> String {
    let body = text.unicodeScalars.map { scalar -> String in
      let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
      return isPlain || scalar == " " ? String(scalar) : "\\\(String(scalar.value, radix: 16)) "
    }
    return "\"\(body.joined())\""
  }

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
  }

  private static func isColour(_ text: String) -> Bool {
    text.utf8.count == 7 && text.utf8.first == 0x23
      && text.utf8.dropFirst().allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
  }
}
