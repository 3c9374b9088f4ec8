import GuvenceCore

/// A process: its card, its chart, the numbers norms set for it and where it was taken from.
public struct WorkProcess: Hashable, Sendable {
  /// What the card says.
  public var card: ProcessCard
  /// Who does what.
  public var chart: Chart
  /// Numbers set by norms.
  public var parameters: [Parameter]
  /// Where the steps come from, in words or as addresses.
  public var sources: [String]
  /// Whether the whole was compared with its sources.
  public var citation: Citation?

  /// A process.
  public init(
    card: ProcessCard, chart: Chart, parameters: [Parameter] = [], sources: [String] = [], citation: Citation? = nil
  ) {
    (self.card, self.chart, self.parameters) = (card, chart, parameters)
    (self.sources, self.citation) = (sources, citation)
  }

  /// The parameter with this id.
  public func parameter(_ id: String) -> Parameter? { parameters.first { $0.id == id } }
}
