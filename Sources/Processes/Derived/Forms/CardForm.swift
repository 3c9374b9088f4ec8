import GuvenceCore
import GuvenceMarkup

/// The process card (süreç kartı) on standing A4.
struct CardForm {
  /// A row: label and what it says, one line each.
  private struct Row {
    var label: String
    var values: [String]

    /// How high it prints, by text of 11 pixels in a column of 500.
    var height: Int { max(14, values.reduce(0) { $0 + Row.height($1) }) + Row.margin }

    static let margin = 9

    static func height(_ value: String) -> Int {
      max(1, TextMetrics.wrap(value, width: 500, size: 11, limit: 60).count) * 14
    }
  }

  private let form: PrintedForm
  private let rows: [Row]

  init(_ form: PrintedForm, _ lines: [PrintedForm.Line]) {
    self.form = form
    let words = CardWords(form)
    let all =
      words.identity() + words.content() + lines.map { ($0.label, $0.values) } + words.work() + words.points()
    rows = all.filter { $0.1.contains { !$0.isEmpty } }.map { Row(label: $0.0(form.language), values: $0.1) }
  }

  /// Rows sheet by sheet. A row that does not fit goes to the next sheet; a long one goes on there.
  private func paged() -> [[Row]] {
    let room = FormPaper.a4Portrait.room.height
    var pages: [[Row]] = [[]]
    var used = 0
    for row in rows {
      var rest = row
      while used + rest.height > room {
        var head = Row(label: rest.label, values: [])
        if rest.height > room / 3 {
          while let next = rest.values.first, used + head.height + Row.height(next) <= room {
            head.values.append(next)
            rest.values.removeFirst()
          }
        }
        if head.values.isEmpty, used == 0 { break }
        if !head.values.isEmpty {
          pages[pages.count - 1].append(head)
          rest.label = "\(row.label) \(form.say("(devam)", "(continued)"))"
        }
        pages.append([])
        used = 0
      }
      guard !rest.values.isEmpty else { continue }
      pages[pages.count - 1].append(rest)
      used += rest.height
    }
    return pages
  }

  func pages() -> [Node] {
    let sheet = form.sheet(.a4Portrait)
    let pages = paged()
    return pages.enumerated().map { at, rows in
      sheet.page(at + 1, of: pages.count) {
        table(.class("form-card")) {
          tbody {
            for row in rows {
              tr {
                th(row.label, .scope("row"))
                td { for value in row.values { p(value) } }
              }
            }
          }
        }
      }
    }
  }
}

/// What the lines of a process card say.
struct CardWords {
  typealias Line = (Localized, [String])

  private let form: PrintedForm
  private var card: ProcessCard { form.process.card }
  private var chart: Chart { form.process.chart }

  init(_ form: PrintedForm) { self.form = form }

  func identity() -> [Line] {
    [
      (Localized("Süreç kodu", "Code"), [card.code]), (Localized("Süreç adı", "Name"), [card.name(form.language)]),
      (Localized("Sınıfı", "Class"), [card.processClass.name(form.language)]),
      (Localized("Sorumlu birim", "Unit"), [card.unit]), (Localized("Süreç sahibi", "Owner"), [card.owner]),
      (Localized("Dosya planı kodu", "File plan code"), [card.filePlanCode]),
      (Localized("DETSİS no", "DETSİS no"), [card.detsisNumber]),
    ]
  }

  func content() -> [Line] {
    [
      (Localized("Amaç", "Purpose"), [card.purpose(form.language)]), (Localized("Kapsam", "Scope"), [card.scope]),
      (Localized("Girdiler", "Inputs"), card.inputs), (Localized("Tedarikçiler", "Suppliers"), card.suppliers),
      (Localized("Çıktılar", "Outputs"), card.outputs), (Localized("Yararlanıcılar", "Customers"), card.customers),
      (Localized("Mevzuat", "Legal basis"), card.legalBasis),
    ]
  }

  func work() -> [Line] {
    let duration = ChartDuration(form.process, on: form.day)
    let (all, way) = (
      ChartDuration.text(minutes: duration.total, form.language),
      ChartDuration.text(minutes: duration.critical, form.language)
    )
    let calls = chart.steps.compactMap { step in step.calls.map { "\($0) \(step.name)" } }
    return [
      (Localized("Roller", "Roles"), [chart.lanes.joined(separator: ", ")]),
      (Localized("Belgeler ve formlar", "Documents and forms"), [chart.documents.joined(separator: ", ")]),
      (Localized("Bilgi sistemleri", "Systems"), [chart.systems.joined(separator: ", ")]),
      (Localized("Alt süreçler", "Sub-processes"), calls),
      (
        Localized("Süre", "Duration"),
        duration.isKnown
          ? [form.say("Toplam iş \(all), en uzun yol \(way)", "All work \(all), longest way \(way)")] : []
      ),
      (
        Localized("Hassas görevler", "Sensitive duties"),
        chart.steps.filter(\.isSensitive).map { "\($0.titled) (\($0.role ?? "–"))" }
      ),
    ]
  }

  func points() -> [Line] {
    [
      (
        Localized("Riskler", "Risks"),
        chart.risks.map { risk in
          let level = risk.level.map { " (\($0.name(form.language)))" } ?? ""
          return "\(risk.id) \(risk.text)\(level)"
        }
      ),
      (
        Localized("Kontroller", "Controls"),
        chart.controls.map { "\($0.id) \($0.text) (\($0.kind.name(form.language)))" }
      ),
    ]
  }
}
