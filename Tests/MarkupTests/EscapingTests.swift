import GuvenceMarkup
import Testing

@Suite("Hostile text stays text")
struct EscapingTests {
  @Test(
    "five characters become references in text",
    arguments: [
      ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
      ("Ali & \"Veli\"", "Ali &amp; &quot;Veli&quot;"),
      ("it's", "it&#39;s"),
      ("ışık İĞÜŞÖÇ €", "ışık İĞÜŞÖÇ €"),
      ("a\u{0}b\u{7}c", "a\u{FFFD}b\u{FFFD}c"),
      ("satır\n\tsonu", "satır\n\tsonu"),
      ("", ""),
    ])
  func text(input: String, expected: String) {
    #expect(Node.text(input).markup == expected)
    #expect(p(input).markup == "<p>\(expected)</p>")
    #expect(p(.title(input)) { "" }.markup == "<p title=\"\(expected)\"></p>")
  }

  @Test("an attribute value cannot close its attribute")
  func attributeBreakout() {
    let hostile = "\"><img src=x onerror=alert(1)>"
    let markup = input(.name("ad"), .value(hostile)).markup
    #expect(markup == "<input name=\"ad\" value=\"&quot;&gt;&lt;img src=x onerror=alert(1)&gt;\">")
  }

  @Test(
    "addresses that run code are left out",
    arguments: [
      "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "\u{1}javascript:alert(1)",
      "java\nscript:alert(1)", "java\tscript:alert(1)", "data:text/html,<script>", "vbscript:x", "blob:x",
      "file:///etc",
      ":x",
    ])
  func refusedAddress(address: String) {
    #expect(a("x", .href(address)).markup == "<a>x</a>")
    #expect(a("x", Attribute("HREF", address)).markup == "<a>x</a>")
    #expect(img(.src(address)).markup == "<img>")
    #expect(form(.action(address)) { "" }.markup == "<form></form>")
    #expect(button("x", .formaction(address)).markup == "<button>x</button>")
    #expect(SVG.a(Attribute("xlink:href", address)) { "" }.markup == "<a></a>")
  }

  @Test(
    "ordinary addresses are kept",
    arguments: [
      "/risks/R-SA-003", "?sort=level", "#main", "risks", "https://example.org/a:b", "mailto:a@example.org", "/a:b",
      "tel:+90", "",
    ])
  func keptAddress(address: String) {
    #expect(a("x", .href(address)).markup == "<a href=\"\(address)\">x</a>")
  }

  @Test("there is no way to say inline style or an event handler")
  func refusedNames() {
    let names: [Attribute] = [
      Attribute("style", "color:red"), Attribute("STYLE", "color:red"), Attribute("onclick", "x()"),
      Attribute("OnLoad", "x()"), Attribute("onerror", true), Attribute("srcdoc", "<p>"), Attribute("a b", "x"),
      Attribute("", "x"), Attribute("x\"", "y"),
    ]
    for attribute in names { #expect(p("x", attribute).markup == "<p>x</p>") }
    #expect(p("x", .group(names)).markup == "<p>x</p>")
  }

  @Test("script and style elements carry no content")
  func sealedElements() {
    #expect(element("script") { "alert(1)" }.markup == "<script></script>")
    #expect(element("style") { Node.raw("p{}") }.markup == "<style></style>")
  }

  @Test("text areas keep a first line break and cannot be closed from inside")
  func textAreas() {
    #expect(textarea("\nx", .name("n")).markup == "<textarea name=\"n\">\n\nx</textarea>")
    #expect(textarea("</textarea><b>").markup == "<textarea>\n&lt;/textarea&gt;&lt;b&gt;</textarea>")
  }
}
