import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceProcesses

/// What the editor shows of the rows typed: picture, what was found, and the findings of each row. Also the whole answer
/// to the script, which puts its parts in their places.
struct ChartPreview: View {
  let frame: Frame
  let shown: ChartPage
  let input: ChartInput
  /// Why the rows make no chart that can be kept; `nil` where they do.
  var refusal: Localized?
  /// Row of each step, by the step's id.
  private let rowOf: [String: Int]

  /// Something found on a row or on the whole chart.
  struct Finding: Sendable {
    let level: Diagnostic.Severity
    /// Rule, or nothing for what cannot be read.
    let rule: String
    let text: Localized
    let row: Int?
    let column: StepColumn?

    func node(_ language: Language) -> Node {
      li(.class(level == .error ? "error" : level == .warning ? "warning-note" : "note")) {
        strong(level.word(language) + (rule.isEmpty ? "" : " \(rule)") + ": ")
        text(language)
      }
    }
  }

  init(frame: Frame, shown: ChartPage, input: ChartInput) {
    (self.frame, self.shown, self.input) = (frame, shown, input)
    var rowOf: [String: Int] = [:]
    for (at, row) in input.table.rows.enumerated() where !row.isEmpty && rowOf[row.id] == nil { rowOf[row.id] = at }
    self.rowOf = rowOf
  }

  /// Everything found, what cannot be read first.
  var all: [Finding] {
    input.remarks.map {
      Finding(level: .error, rule: "", text: $0.text, row: $0.row, column: $0.column)
    }
      + shown.findings.map { finding in
        Finding(
          level: finding.level, rule: finding.rule, text: finding.text, row: finding.step.flatMap { rowOf[$0] },
          column: nil)
      }
  }

  /// Findings of the row at `index`.
  func findings(_ index: Int) -> [Finding] { all.filter { $0.row == index } }

  /// Counts, picture, findings of the whole chart.
  var node: Node {
    fragment {
      status
      div(.class("chart-picture"), .data("part", "picture"), .tabindex(0), .role("region"), .aria("label", pictureName))
      {
        picture
      }
      div(.data("part", "findings")) {
        let general = all.filter { $0.row == nil }
        if !general.isEmpty {
          ul(.class("row-findings general")) { Node.fragment(general.map { $0.node(language) }) }
        }
      }
    }
  }

  private var status: Node {
    p(
      refusal.map { $0(frame.language) } ?? summary, .class("chart-status"), .data("part", "status"), .role("status"),
      .aria("live", "polite"))
  }

  /// The answer to the script. `rows` only where a command changed them; of refused rows only why, so that picture and
  /// rows stay.
  func answer(withRows: Bool) -> Node {
    if refusal != nil { return status }
    return fragment {
      node
      if withRows {
        div(.data("part", "rows")) {
          for at in input.table.rows.indices {
            ChartEditorRow(frame: frame, row: input.table.rows[at], at: at, findings: findings(at)).node
          }
        }
      } else {
        for at in input.table.rows.indices {
          ul(.data("row", String(at)), .data("id", input.table.rows[at].id)) {
            Node.fragment(findings(at).map { $0.node(language) })
          }
        }
      }
    }
  }

  private var pictureName: String { "\(t(Text.Processes.livePicture)): \(shown.record.code)" }

  private var summary: String {
    let found = all
    func count(_ level: Diagnostic.Severity) -> Int { found.count { $0.level == level } }
    let chart = shown.process.chart
    return Text.Processes.status(
      steps: chart.steps.count, errors: count(.error), warnings: count(.warning), notes: count(.note))(language)
  }

  private var picture: Node {
    guard !shown.process.chart.steps.isEmpty else { return p(t(Text.Processes.pictureEmpty), .class("muted")) }
    return ChartPicture(frame: frame, content: shown, orientation: .vertical).node
  }
}

extension Diagnostic.Severity {
  /// `Hata`, `Error`.
  func word(_ language: Language) -> String {
    switch self {
    case .error: Localized("Hata", "Error")(language)
    case .warning: Localized("Uyarı", "Warning")(language)
    case .note: Localized("Bilgi", "Note")(language)
    }
  }
}
