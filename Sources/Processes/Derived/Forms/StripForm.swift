import GuvenceCore
import GuvenceMarkup

/// The step form and the tag form: the chart down the first column, what belongs to each step beside it.
struct StripForm {
  /// What stands beside the chart.
  enum Columns { case roles, tags }

  private let form: PrintedForm
  private let columns: Columns
  private let strip: FlowStrip
  private let cells: [[[String]]]
  private let tags: RoleTags
  /// What the card says, above the chart on the first sheet: basis, what comes in and goes out, how long it takes.
  private let facts: [(label: String, text: String)]

  private static let flowWidth = 400
  private static let headHeight = 30
  private static let legendHeight = 44
  private static let line = 14

  init(_ form: PrintedForm, columns: Columns) {
    (self.form, self.columns) = (form, columns)
    let chart = form.process.chart
    let tags = RoleTags(chart.lanes)
    let cells = chart.steps.map { StripForm.cells($0, form, columns, tags) }
    let widths = StripForm.widths(columns)
    let least = cells.map { row in
      let lines = zip(row, widths).map { texts, width in
        texts.reduce(0) { $0 + TextMetrics.wrap($1, width: width - 14, size: 11).count }
      }
      return (lines.max() ?? 0) * StripForm.line + 12
    }
    (self.tags, self.cells) = (tags, cells)
    facts = StripForm.facts(form)
    let paper = FormPaper.a4Portrait.room
    let taken = facts.reduce(0) { sum, fact in
      sum + TextMetrics.wrap("\(fact.label): \(fact.text)", width: paper.width - 40, size: 10).count * 14 + 4
    }
    strip = FlowStrip(
      chart, width: StripForm.flowWidth, room: paper.height - StripForm.headHeight - StripForm.legendHeight,
      taken: taken, least: least)
  }

  private static func facts(_ form: PrintedForm) -> [(label: String, text: String)] {
    let (card, duration) = (form.process.card, ChartDuration(form.process, on: form.day))
    let (all, way) = (
      ChartDuration.text(minutes: duration.total, form.language),
      ChartDuration.text(minutes: duration.critical, form.language)
    )
    return [
      (form.say("Mevzuat", "Legal basis"), card.legalBasis.joined(separator: "; ")),
      (form.say("Girdiler", "Inputs"), card.inputs.joined(separator: "; ")),
      (form.say("Çıktılar", "Outputs"), card.outputs.joined(separator: "; ")),
      (
        form.say("Toplam süre", "Duration"),
        duration.isKnown ? form.say("\(all); en uzun yol \(way)", "\(all); longest way \(way)") : ""
      ),
    ].filter { !$0.text.isEmpty }
  }

  /// Widths of the columns beside the chart; with the chart's they are as wide as the paper.
  private static func widths(_ columns: Columns) -> [Int] { columns == .roles ? [128, 190] : [88, 230] }

  private static func cells(_ step: Step, _ form: PrintedForm, _ columns: Columns, _ tags: RoleTags) -> [[String]] {
    let language = form.language
    var notes = step.documents
    if let system = step.system { notes.append("\(Localized("Sistem", "System")(language)): \(system)") }
    if let code = step.calls { notes.append("\(Localized("Süreç", "Process")(language)): \(code)") }
    if let duration = step.duration {
      notes.append("\(Localized("Süre", "Time")(language)): \(duration.text(language))")
    }
    if let parameter = step.limit.flatMap(form.process.parameter),
      let value = form.day.flatMap(parameter.value) ?? parameter.newest
    {
      notes.append("≤ \(parameter.text(value.amount, language))")
    }
    if step.isSensitive { notes.append(Localized("Hassas görev", "Sensitive duty")(language)) }
    if columns == .tags {
      let chart = form.process.chart
      notes += chart.risks(of: step.id).map { "▲ \($0.id) \($0.text)" }
      notes += chart.controls(of: step.id).map { "◆ \($0.id) \($0.text)" }
    }
    let role = columns == .roles ? step.role ?? "" : tags.tag(step, language)
    return [role.isEmpty ? [] : [role], notes]
  }

  func pages() -> [Node] {
    let sheet = form.sheet(.a4Portrait)
    let drawing = ChartDrawing(form.process, FlowStrip.noLayout, form.language)
    let count = strip.pages
    return (0..<count).map { page in
      sheet.page(page + 1, of: count) {
        if page == 0 {
          for fact in facts {
            p(.class("form-content")) {
              span("\(fact.label): "); fact.text
            }
          }
        }
        table(.class("form-strip form-strip-\(columns == .roles ? "roles" : "tags")")) {
          head()
          tbody { for band in strip.bands where band.page == page { row(band.step, drawing) } }
        }
        p(legend(), .class("form-legend"))
      }
    }
  }

  private func head() -> Node {
    let titles =
      columns == .roles
      ? [
        Localized("İş akışı adımları", "Steps"), Localized("Sorumlu", "Role"),
        Localized("İlgili dokümanlar", "Documents"),
      ]
      : [Localized("İş akışı", "Flow"), Localized("İşlem-rol", "Act-role"), Localized("Belge ve bilgi", "Notes")]
    return thead { tr { for title in titles { th(title(form.language), .scope("col")) } } }
  }

  private func row(_ at: Int, _ drawing: ChartDrawing) -> Node {
    tr {
      th(.scope("row"), .class("form-flow")) { strip.picture(at, drawing) }
      for texts in cells[at] {
        td { for text in texts { p(text) } }
      }
    }
  }

  private func legend() -> String {
    let marks = form.say(
      "K kontrol, P paraf, İ imza, O onay, H hassas görev, ▲ risk, ◆ kontrol; kesikli ok geri dönüş.",
      "K control, P initials, İ signature, O approval, H sensitive duty, ▲ risk, ◆ control; dashed arrow: back.")
    let words = columns == .tags ? tags.legend(form.process.chart.lanes, form.language) : marks
    guard strip.pages > 1 else { return words }
    let circles = form.say("Daire içindeki harf başka sayfada sürer.", "A letter in a circle goes on on another page.")
    return "\(words)\(words.hasSuffix(".") ? "" : ".") \(circles)"
  }
}

extension FlowStrip {
  /// Symbols are drawn by a chart's drawing, which wants a layout that the strip has no use for.
  static let noLayout = ChartLayout(
    orientation: .vertical, width: 0, height: 0, lanes: [], nodes: [], edges: [], placement: Placement(cells: [:]),
    cuts: [])
}
