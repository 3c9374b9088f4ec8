import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRules

/// What the checks find in a statement that is being written: next to the field, and alone as the answer to the script.
struct StatementRemarks: View {
  let frame: Frame
  let findings: [StatementFinding]

  /// The part beside the field; the script fills it while somebody writes.
  var part: Node {
    div(
      .id("statement-remarks"), .aria("live", "polite"),
      .data("check", Route.identification(.checkStatement).path)
    ) { content }
  }

  /// What the script puts there.
  var content: Node {
    guard !findings.isEmpty else { return .empty }
    return ul(.class("remarks")) {
      for finding in findings { li { StatementRemark(frame: frame, finding: finding).node } }
    }
  }

  /// One finding with its reason and remedy.
  struct StatementRemark: View {
    let frame: Frame
    let finding: StatementFinding

    /// The sentences.
    var node: Node {
      fragment {
        strong { t(finding.check.name) + (finding.excerpt.isEmpty ? "" : " («\(finding.excerpt)»)") }
        ". " + t(finding.check.reason) + " "
        t(finding.check.remedy)
      }
    }
  }
}
