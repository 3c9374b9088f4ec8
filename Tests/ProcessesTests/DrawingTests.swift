import GuvenceCore
import Testing

@testable import GuvenceProcesses

@Suite struct DrawingTests {
  private func text(_ process: WorkProcess, _ language: Language = .turkish) throws -> String {
    let layout = try #require(Shipped.layouts[process.card.code])
    return String(decoding: ChartDrawing(process, layout, language).file().rendered(), as: UTF8.self)
  }

  private func count(_ word: String, in text: String) -> Int { text.ranges(of: word).count }

  @Test(arguments: Shipped.processes) func everyStepCanBeRead(process: WorkProcess) throws {
    let text = try text(process)
    #expect(count("role=\"graphics-symbol\"", in: text) == process.chart.steps.count)
    #expect(text.contains("role=\"graphics-document document\""))
    #expect(text.contains("<title id=\""))
    var last = text.startIndex
    for step in process.chart.steps {
      let words = ChartReading.sentence(step, in: process.chart, .turkish).replacing("'", with: "&#39;")
      let range = text.range(of: "aria-label=\"\(words)\"", from: last)
      #expect(range != nil, "\(words)")
      last = range ?? last
    }
    #expect(count("<polygon", in: text) >= process.chart.flows.count)
  }

  /// One file is all there is: nothing is fetched, nothing runs, no element that other programs cannot draw.
  @Test(arguments: Shipped.processes) func fileIsSelfContained(process: WorkProcess) throws {
    let text = try text(process)
    for word in ["foreignObject", "<script", "<style", "url(", "href", "<image", "var("] {
      #expect(!text.contains(word))
    }
    #expect(text.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg "))
    for tag in ["g", "text", "polyline", "path", "svg", "rect"] {
      #expect(count("<\(tag) ", in: text) + count("<\(tag)>", in: text) == count("</\(tag)>", in: text))
    }
  }

  /// The file carries the model it was drawn from.
  @Test(arguments: Shipped.processes) func fileIsTheModelToo(process: WorkProcess) throws {
    let text = try text(process)
    let parts = text.split(separator: "</outline></metadata>")
    let outline = try #require(parts.first?.split(separator: "\">").last)
    let plain = [("&lt;", "<"), ("&gt;", ">"), ("&#39;", "'"), ("&quot;", "\""), ("&amp;", "&")].reduce(String(outline))
    {
      $0.replacing($1.0, with: $1.1)
    }
    let read = OutlineReader.read(plain, file: "x").process
    // The order in which flows and points are listed says nothing.
    #expect(ChartDifference(old: process.chart, new: read.chart).isEmpty)
    #expect(text.contains("digest=\"\(process.digest)\"") && read.chart.steps.count > 5)
    var other = process
    other.chart.steps[1].name += "x"
    #expect(other.digest != process.digest && process.digest.count == 16)
  }

  @Test func bothLanguages() throws {
    let process = try Shipped.process("SAT-01")
    #expect(try text(process).contains("Adım 5, karar"))
    #expect(try text(process, .english).contains("Step 5, decision"))
  }

  /// Beside the table of its steps a chart has a third of the window: no line of its key may make it wider.
  @Test(arguments: [Language.turkish, .english]) func keyOfNarrowChartIsBroken(language: Language) throws {
    let name = "Uzun adlı bir sürecin bir satıra sığmayan adı ve devamı"
    let ends = [
      Step(id: "a", kind: .start, role: "Şef", name: "Geldi"), Step(id: "b", kind: .end, role: "Şef", name: "Bitti"),
    ]
    let process = WorkProcess(
      card: ProcessCard(code: "X-1", name: Localized(name, name)),
      chart: Chart(steps: ends, flows: [Flow("a", "b")]))
    let layout = try #require(ChartLayouter.layout(process.chart, LayoutOptions(.vertical, seed: "X-1")))
    let text = String(decoding: ChartDrawing(process, layout, language).svg().rendered(), as: UTF8.self)
    let width = try #require(text.firstMatch(of: #/viewBox="0 0 (\d+) /#).flatMap { Int($0.1) })
    #expect(width <= 400)
    for word in language == .turkish ? ["◆ kontrol", "kesikli ok: geri dönüş"] : ["◆ control", "dashed: back"] {
      #expect(text.contains(word))
    }
    #expect(count("font-size=\"15\"", in: text) == 2)
  }

  /// The level of a step's risks hides no words: neither its own name nor those of branches and steps beside it.
  @Test(arguments: [Orientation.horizontal, .vertical]) func levelsHideNoWords(orientation: Orientation) throws {
    let level = ChartDrawing.LevelMark(text: "◕ Çok yüksek", background: "#F59E42", foreground: "#2A1600")
    for process in Shipped.processes {
      let options = LayoutOptions(orientation, seed: process.card.code)
      let layout = try #require(ChartLayouter.layout(process.chart, options))
      let drawing = ChartDrawing(process, layout)
      for (step, node) in zip(process.chart.steps, layout.nodes) where !process.chart.risks(of: step.id).isEmpty {
        let pill = drawing.pillBox(level, node, step)
        let words = layout.edges.compactMap(\.label?.box) + layout.nodes.compactMap(\.label?.box)
        #expect(!words.contains { $0.overlaps(pill) }, "\(process.card.code) \(step.id)")
        #expect(!layout.nodes.contains { $0.id != node.id && $0.box.overlaps(pill) }, "\(process.card.code) \(step.id)")
      }
    }
  }

  @Test func sentence() throws {
    let chart = try Shipped.process("SAT-01").chart
    let step = try #require(chart.step("k1"))
    #expect(
      ChartReading.sentence(step, in: chart, .turkish)
        == "Adım 5, karar, Satın Alma Birimi: Ödenek yeterli mi?; Hayır → 6; Evet → 7")
  }

  @Test func arrowheadEndsAtTheTip() {
    let points = [Point(0, 0), Point(40, 0)]
    #expect(ChartDrawing.head(points) == [Point(40, 0), Point(32, 4), Point(32, -4)])
    #expect(ChartDrawing.shortened(points) == [Point(0, 0), Point(34, 0)])
  }
}

extension String {
  /// Where `word` ends that comes first after `start`.
  fileprivate func range(of word: String, from start: Index) -> Index? {
    self[start...].firstRange(of: word)?.upperBound
  }
}
