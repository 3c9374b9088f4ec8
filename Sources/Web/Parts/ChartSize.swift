import GuvenceCore
import GuvenceMarkup

/// How large the picture below is shown: whole, as wide as its frame, or as it prints. Without the script it is shown as it
/// prints and scrolls, and there is nothing to choose.
struct ChartSize: View {
  let frame: Frame
  /// Under which word the browser remembers the choice.
  var place = "chart"

  /// Sizes in which a picture can be shown.
  enum Size: String, CaseIterable {
    case whole, width, actual

    var name: Localized {
      switch self {
      case .whole: Localized("Bütünü", "Whole")
      case .width: Localized("Genişliğe sığdır", "Fit to width")
      case .actual: Localized("Gerçek boyut", "Actual size")
      }
    }
  }

  /// The buttons.
  var node: Node {
    div(
      .class("chart-size no-print"), .role("group"), .aria("label", t(Text.Processes.pictureSize)),
      .data("chart-size", place), .hidden()
    ) {
      for size in Size.allCases {
        button(t(size.name), .type("button"), .value(size.rawValue), .aria("pressed", size == .actual))
      }
    }
  }
}
