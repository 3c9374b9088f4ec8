import GuvenceCore

/// One end of an arrow that goes on elsewhere under the same letter: on another page of a print, or at another event of a
/// BPMN file.
public struct FlowConnector: Hashable, Sendable {
  /// The letter, or the name of the link.
  public let letter: String
  /// Whether the arrow goes on elsewhere; false where it comes from elsewhere.
  public let leaves: Bool
  /// The page it stands on and the page it names, from 1; `nil` in a file.
  public let pages: Pages?
  /// Id of the step it stands at; `nil` on a page.
  public let step: String?

  /// Two pages, from 1.
  public struct Pages: Hashable, Sendable {
    /// Where it stands.
    public let own: Int
    /// Where its partner is said to be.
    public let other: Int

    /// Two pages.
    public init(own: Int, other: Int) { (self.own, self.other) = (own, other) }
  }

  /// An end.
  public init(letter: String, leaves: Bool, pages: Pages? = nil, step: String? = nil) {
    (self.letter, self.leaves, self.pages, self.step) = (letter, leaves, pages, step)
  }
}

extension ChartSheet {
  /// The connectors of all pages of a print.
  public static func connectors(of pages: [ChartSheet]) -> [FlowConnector] {
    pages.flatMap { page in
      page.connectors.map {
        FlowConnector(letter: $0.letter, leaves: $0.leaves, pages: .init(own: page.number, other: $0.otherPage))
      }
    }
  }
}

extension BPMNFile {
  /// The link events among the steps that `chart(of:)` gives: an arrow that ends at one goes on at the other of its name.
  public func connectors(of process: String? = nil) -> [FlowConnector] {
    guard let chart = chart(of: process) else { return [] }
    return chart.chart.steps.compactMap { step in
      guard let at = chart.places.steps[step.id], let link = content.nodes[at].link else { return nil }
      return FlowConnector(
        letter: link.collapsed, leaves: content.nodes[at].element == "intermediateThrowEvent", step: step.id)
    }
  }
}
