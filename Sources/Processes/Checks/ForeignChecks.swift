import GuvenceCore

/// Checks A13 and A16: what came with a BPMN file, and arrows that go on on other pages.
enum ForeignChecks {
  /// Gateways our charts do not have; they stay in the file as they are.
  static let gateways: Set = ["inclusiveGateway", "complexGateway", "eventBasedGateway"]

  static func gateways(_ s: CheckSubject) -> [CheckSubject.Found] {
    s.context.foreign.compactMap { element in
      guard gateways.contains(element.element), let id = element.step, let at = s.graph.index[id] else { return nil }
      let name = s.name(s.step(at))
      let kind = element.kind
      return .init(
        "\(name) dosyadan gelen bir \(TurkishText.lowercase(kind.turkish)); burada düzenlenemez",
        "\(name) is an \(kind.english.lowercased()) that came with the file; it cannot be edited here", step: id)
    }
  }

  /// Every letter leaves once and arrives once, and the pages name each other.
  static func connectors(_ s: CheckSubject) -> [CheckSubject.Found] {
    let open = s.context.connectors.filter { isOpen($0, s) }
    return open.map(\.letter).uniqued.flatMap { letter -> [CheckSubject.Found] in
      let ends = open.filter { $0.letter == letter }
      if letter.isEmpty {
        return ends.map { .init("Bağlantı olayının adı yok", "A link event has no name", step: $0.step) }
      }
      return unpaired(letter, leaving: ends.filter(\.leaves), arriving: ends.filter { !$0.leaves })
    }
  }

  /// An end whose step is still there and has not been led on by an arrow since.
  private static func isOpen(_ end: FlowConnector, _ s: CheckSubject) -> Bool {
    guard let step = end.step else { return true }
    guard s.graph.index[step] != nil else { return false }
    return !s.process.chart.flows.contains { end.leaves ? $0.source == step : $0.target == step }
  }

  private static func unpaired(
    _ letter: String, leaving: [FlowConnector], arriving: [FlowConnector]
  ) -> [CheckSubject.Found] {
    if arriving.isEmpty {
      return leaving.map {
        .init("«\(letter)» bağlantısının devamı yok", "The connector «\(letter)» goes on nowhere", step: $0.step)
      }
    }
    if leaving.isEmpty {
      return arriving.map {
        .init("«\(letter)» bağlantısına gelen ok yok", "Nothing leads to the connector «\(letter)»", step: $0.step)
      }
    }
    let isTwice = arriving.count > 1 || leaving.count > 1 && leaving.contains { $0.pages != nil }
    if isTwice {
      return [
        .init(
          "«\(letter)» bağlantısı birden çok yerde kullanılmış", "The connector «\(letter)» is used more than once",
          step: arriving.first?.step)
      ]
    }
    guard let from = leaving.first?.pages, let to = arriving.first?.pages,
      from.other != to.own || to.other != from.own
    else { return [] }
    return [
      .init(
        "«\(letter)» bağlantısı \(from.own). sayfadan \(from.other). sayfaya gönderiyor, eşi \(to.own). sayfada",
        "The connector «\(letter)» leads from page \(from.own) to page \(from.other), its partner is on page \(to.own)")
    ]
  }
}
