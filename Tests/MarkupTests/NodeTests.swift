import GuvenceMarkup
import Testing

@Suite("Nodes render as written")
struct NodeTests {
  @Test("statements of a content closure become children in order")
  func builder() {
    func list(_ names: [String], open: Bool) -> Node {
      ul(.class("names", open ? "open" : nil)) {
        for name in names { li(name) }
        if open { li { em("açık") } } else { Node.empty }
        if names.isEmpty { li("yok") }
      }
    }
    #expect(
      list(["a", "b"], open: true).markup
        == "<ul class=\"names open\"><li>a</li><li>b</li><li><em>açık</em></li></ul>")
    #expect(list([], open: false).markup == "<ul class=\"names\"><li>yok</li></ul>")
  }

  @Test("strings, nodes, lists and missing nodes mix")
  func mixed() {
    let missing: Node? = nil
    let node = p {
      "a < b "
      strong("c")
      missing
      [Node.text(" d"), .number(-7)]
    }
    #expect(node.markup == "<p>a &lt; b <strong>c</strong> d-7</p>")
  }

  @Test("absent values leave no trace, present flags have no value")
  func attributes() {
    let node = input(
      .type("checkbox"), .id(nil), .checked(), .disabled(false), .data("row-id", "7"), .aria("expanded", false),
      .aria("label", nil), .class(nil, nil), .absent, Attribute("size", 3))
    #expect(node.markup == "<input type=\"checkbox\" checked data-row-id=\"7\" aria-expanded=\"false\" size=\"3\">")
  }

  @Test(
    "void elements have no end tag",
    arguments: [
      (br(), "<br>"), (hr(), "<hr>"), (img(.alt("")), "<img alt=\"\">"), (col(), "<col>"),
      (element("wbr") { "x" }, "<wbr>"), (hiddenField("t", "1"), "<input type=\"hidden\" name=\"t\" value=\"1\">"),
    ])
  func voids(node: Node, expected: String) {
    #expect(node.markup == expected)
  }

  @Test("a frozen node renders to the same bytes")
  func frozen() {
    let node = nav(.aria("label", "Ana")) { a("Riskler & fırsatlar", .href("/risks?a=1&b=2")) }
    #expect(node.frozen().rendered() == node.rendered())
    #expect(div { node.frozen() }.markup == div { node }.markup)
  }

  @Test("rendering appends")
  func appends() {
    var bytes: [UInt8] = Array("x".utf8)
    Node.text("<").render(into: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "x&lt;")
  }

  @Test("a whole document")
  func wholeDocument() {
    let page = document(
      language: "tr", title: "Riskler <1>",
      head: .fragment([stylesheet("/assets/a.css"), scriptFile("/assets/a.js")]), body: .class("wide")
    ) {
      main { h1("Riskler") }
    }
    #expect(
      page.markup == """
        <!doctype html>
        <html lang="tr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">\
        <title>Riskler &lt;1&gt;</title><link rel="stylesheet" href="/assets/a.css">\
        <script src="/assets/a.js" defer></script></head><body class="wide"><main><h1>Riskler</h1></main></body></html>

        """)
  }

  @Test(
    "SVG numbers have a point and at most three decimals",
    arguments: [
      (1.0, "1"), (0.5, "0.5"), (-0.25, "-0.25"), (1.0 / 3, "0.333"), (2.0004, "2"), (-0.0001, "0"),
      (1234.56, "1234.56"),
      (Double.nan, "0"), (.infinity, "0"), (0.001, "0.001"), (10.05, "10.05"),
    ])
  func measures(value: Double, expected: String) {
    #expect(SVG.g(.x(value)) { Node.empty }.markup == "<g x=\"\(expected)\"></g>")
  }

  @Test("a drawing has a name, or says that it has none")
  func drawing() {
    let drawing = SVG.svg(width: 20, height: 10, label: "Isı haritası") {
      SVG.rect(x: 0, y: 0, width: 5, height: 2.5, title: "Olasılık 4", .class("high"))
      SVG.text("16", x: 2.5, y: 2, .textAnchor("middle"))
    }
    #expect(
      drawing.markup == """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10" width="20" height="10" role="img" \
        aria-label="Isı haritası"><rect x="0" y="0" width="5" height="2.5" class="high"><title>Olasılık 4</title></rect>\
        <text x="2.5" y="2" text-anchor="middle">16</text></svg>
        """)
    let decoration = SVG.svg(width: 1, height: 1, label: nil) { Node.empty }
    #expect(decoration.markup.contains("aria-hidden=\"true\""))
  }
}
