import GuvenceCore
import GuvenceMarkup
import GuvenceRules

extension View {
  /// «Neden 16?»: the reasoning of a score as an ordered list — rule and its effective day, arithmetic, result, source.
  func reasons(_ steps: [ExplanationStep], of title: String, isOpen: Bool = false) -> Node {
    guard !steps.isEmpty else { return .empty }
    return details(.class("reasons"), .open(isOpen)) {
      summary(title)
      ol {
        for step in steps {
          li {
            strong(t(step.title))
            span(.class("arithmetic")) {
              t(step.arithmetic)
              " → "
              strong(t(step.result))
            }
            span(.class("source")) {
              code(step.rule)
              " · " + t(Text.Risk.inForceSince) + " "
              dayNode(step.effective)
              " · "
              citationNode(step.citation)
            }
          }
        }
      }
    }
  }

  /// Title of the reasoning: «Neden 16?» or, without a number, «Neden Yüksek?».
  func why(_ value: Int?, _ levelName: String) -> String {
    let what = value.map { String($0) } ?? levelName
    return language == .turkish ? "Neden \(what)?" : "Why \(what)?"
  }
}
