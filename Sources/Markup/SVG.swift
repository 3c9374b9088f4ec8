/// SVG drawing elements, for charts inside a page or as a file of their own. Lengths are in user units; colours come from
/// classes in the style sheet where the drawing is part of a page, from `.fill` and `.stroke` in a file.
public enum SVG {
  /// The drawing. `label` is its accessible name; nil marks it as decoration.
  public static func svg(
    width: Double, height: Double, label: String?, _ attributes: Attribute..., @MarkupBuilder content: () -> Node
  ) -> Node {
    let own: [Attribute] = [
      .text("xmlns", "http://www.w3.org/2000/svg"),
      .text("viewBox", "0 0 \(Measure.text(width)) \(Measure.text(height))"),
      .width(width), .height(height),
      label == nil ? .aria("hidden", true) : .role("img"), .aria("label", label),
    ]
    return .element(Tag("svg", .container), own + attributes, content())
  }

  /// A group.
  public static func g(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
    .element(Tag("g", .container), attributes, content())
  }

  /// A link around drawn things.
  public static func a(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
    .element(Tag("a", .container), attributes, content())
  }

  /// A rectangle. `title`, when given, is shown on hover and read aloud.
  public static func rect(
    x: Double, y: Double, width: Double, height: Double, title: String? = nil, _ attributes: Attribute...
  ) -> Node {
    shape("rect", [.x(x), .y(y), .width(width), .height(height)] + attributes, title)
  }

  /// A circle around (`x`, `y`).
  public static func circle(
    x: Double, y: Double, radius: Double, title: String? = nil, _ attributes: Attribute...
  ) -> Node {
    shape("circle", [.number("cx", x), .number("cy", y), .number("r", radius)] + attributes, title)
  }

  /// A straight line.
  public static func line(
    x1: Double, y1: Double, x2: Double, y2: Double, _ attributes: Attribute...
  ) -> Node {
    shape("line", [.number("x1", x1), .number("y1", y1), .number("x2", x2), .number("y2", y2)] + attributes, nil)
  }

  /// An open line through points.
  public static func polyline(_ points: [(x: Double, y: Double)], title: String? = nil, _ attributes: Attribute...)
    -> Node
  {
    shape("polyline", [.points(points)] + attributes, title)
  }

  /// A closed shape through points.
  public static func polygon(_ points: [(x: Double, y: Double)], title: String? = nil, _ attributes: Attribute...)
    -> Node
  {
    shape("polygon", [.points(points)] + attributes, title)
  }

  /// A path in SVG path data.
  public static func path(_ data: String, title: String? = nil, _ attributes: Attribute...) -> Node {
    shape("path", [.text("d", data)] + attributes, title)
  }

  /// Text whose anchor is (`x`, `y`).
  public static func text(_ text: String, x: Double, y: Double, _ attributes: Attribute...) -> Node {
    .element(Tag("text", .container), [.x(x), .y(y)] + attributes, .text(text))
  }

  /// One line of a text of several lines.
  public static func tspan(_ text: String, x: Double, y: Double, _ attributes: Attribute...) -> Node {
    .element(Tag("tspan", .container), [.x(x), .y(y)] + attributes, .text(text))
  }

  /// Definitions: markers, patterns.
  public static func defs(@MarkupBuilder content: () -> Node) -> Node {
    .element(Tag("defs", .container), [], content())
  }

  /// A drawing as a file of its own.
  public static func file(_ drawing: Node) -> Node {
    .fragment([.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"), drawing, .raw("\n")])
  }

  private static func shape(_ name: StaticString, _ attributes: [Attribute], _ label: String?) -> Node {
    .element(Tag(name, .container), attributes, label.map { title($0) } ?? .empty)
  }
}

extension Attribute {
  /// `x` in user units.
  public static func x(_ value: Double) -> Attribute { number("x", value) }

  /// `y` in user units.
  public static func y(_ value: Double) -> Attribute { number("y", value) }

  /// `width` in user units.
  public static func width(_ value: Double) -> Attribute { number("width", value) }

  /// `height` in user units.
  public static func height(_ value: Double) -> Attribute { number("height", value) }

  /// `rx`: radius of rounded corners.
  public static func rx(_ value: Double) -> Attribute { number("rx", value) }

  /// `fill`: a colour name, `#rrggbb` or `none`.
  public static func fill(_ value: String?) -> Attribute { text("fill", value) }

  /// `stroke`: a colour name, `#rrggbb` or `none`.
  public static func stroke(_ value: String?) -> Attribute { text("stroke", value) }

  /// `stroke-width` in user units.
  public static func strokeWidth(_ value: Double) -> Attribute { number("stroke-width", value) }

  /// `stroke-dasharray`: lengths of dashes and gaps.
  public static func strokeDasharray(_ value: String?) -> Attribute { text("stroke-dasharray", value) }

  /// `transform`, such as `translate(4 8)`.
  public static func transform(_ value: String?) -> Attribute { text("transform", value) }

  /// `text-anchor`: `start`, `middle` or `end`.
  public static func textAnchor(_ value: String?) -> Attribute { text("text-anchor", value) }

  /// `font-size` in user units.
  public static func fontSize(_ value: Double) -> Attribute { number("font-size", value) }

  /// Any attribute with a number, rounded to three decimals; numbers that are not finite become 0.
  public init(_ name: StaticString, _ value: Double) { self.init(name, Measure.text(value)) }

  static func number(_ name: StaticString, _ value: Double) -> Attribute { text(name, Measure.text(value)) }

  static func points(_ points: [(x: Double, y: Double)]) -> Attribute {
    text("points", points.map { "\(Measure.text($0.x)),\(Measure.text($0.y))" }.joined(separator: " "))
  }
}

/// Numbers as SVG wants them: a point as decimal sign, at most three decimals, the same bytes on every machine.
enum Measure {
  static func text(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "0" }
    // Not `rounded()`: in an optimised build that is a call into libm, which nothing here links.
    let thousandths = Int(value * 1000 + (value < 0 ? -0.5 : 0.5))
    let sign = thousandths < 0 ? "-" : ""
    let (whole, rest) = thousandths.magnitude.quotientAndRemainder(dividingBy: 1000)
    guard rest != 0 else { return "\(sign)\(whole)" }
    var digits = String(1000 + rest).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return "\(sign)\(whole).\(digits)"
  }
}
