import GuvenceCore
import GuvenceMarkup

/// The lane chart on lying paper, cut into sheets with connectors where it is longer than one.
struct LaneForm {
  private let form: PrintedForm
  private let papers: [FormPaper]
  private let layouts: [ChartLayout]

  /// More sheets of A4 than these are too many to follow; the chart is printed on A3 then.
  private static let mostSheets = 2

  private static let legalHeight = 34
  private static let legendHeight = 22

  /// On `paper`, or on A4 where the chart fits two sheets and else on A3.
  init(_ form: PrintedForm, _ paper: FormPaper?, _ layout: ChartLayout?) {
    self.form = form
    papers = paper.map { [$0] } ?? [.a4Landscape, .a3Landscape]
    var options = LayoutOptions(.horizontal, seed: form.process.card.code)
    for parameter in form.process.parameters {
      let value = form.day.flatMap(parameter.value) ?? parameter.newest
      options.limits[parameter.id] = value.map { parameter.text($0.amount, form.language) }
    }
    let first = layout ?? ChartLayouter.layout(form.process.chart, options)
    options.orientation = first?.orientation == .vertical ? .horizontal : .vertical
    layouts = [first, ChartLayouter.layout(form.process.chart, options)].compactMap { $0 }
  }

  /// Length and width of the paper as seen by a chart: along its flow and across.
  private func room(_ paper: FormPaper, _ orientation: Orientation) -> (length: Int, width: Int) {
    let (width, height) = (paper.room.width, paper.room.height - LaneForm.legalHeight - LaneForm.legendHeight)
    return orientation == .horizontal ? (width, height) : (height, width)
  }

  /// The chart on sheets of `paper`. Where the flow takes fewer of them downwards than to the right, it runs downwards.
  private func drawings(_ paper: FormPaper) -> [Node]? {
    layouts.map { ChartDrawing(form.process, $0, form.language).sheets(room(paper, $0.orientation)) }
      .min { $0.count < $1.count }
  }

  func pages() -> [Node] {
    var fitting: (paper: FormPaper, drawings: [Node])?
    for paper in papers where (fitting?.drawings.count ?? .max) > LaneForm.mostSheets {
      fitting = drawings(paper).map { (paper, $0) }
    }
    guard let (paper, drawings) = fitting else { return [form.sheet(papers[0]).page(1, of: 1) { p(tooLarge) }] }
    let sheet = form.sheet(paper)
    return drawings.enumerated().map { at, drawing in
      sheet.page(at + 1, of: drawings.count) {
        if at == 0, !form.process.card.legalBasis.isEmpty {
          let basis = form.process.card.legalBasis.joined(separator: "; ")
          p("\(form.say("Mevzuat", "Legal basis")): \(basis)", .class("form-legal"))
        }
        div(.class("form-chart")) { drawing }
        p(legend, .class("form-legend"))
      }
    }
  }

  private var tooLarge: String {
    form.say(
      "Şema çizilemeyecek kadar büyük; alt süreçlere bölün.", "The chart is too large to draw; split it.")
  }

  private var legend: String {
    form.say(
      "K kontrol, P paraf, İ imza, O onay, H hassas görev, ▲ risk, ◆ kontrol; kesikli ok geri dönüş; "
        + "daire içindeki harf başka sayfada sürer.",
      "K control, P initials, İ signature, O approval, H sensitive duty, ▲ risk, ◆ control; dashed arrow: back; "
        + "a letter in a circle goes on on another page.")
  }
}
