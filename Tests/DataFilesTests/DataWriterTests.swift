import Foundation
import GuvenceCore
import GuvenceDataFiles
import Testing

@Suite struct DataWriterTests {
  @Test func blockStyle() {
    let value = DataValue.object([
      "id": .text("5x5"), "ad": .text("Örnek Belediyesi"), "gün": Day(2026, 1, 15).map(DataValue.day), "yok": nil,
      "oran": .decimal(Decimal(4) / 10), "açık": .flag(true), "evet": .text("no"), "boş": .text(""),
      "liste": .list([.int(1), .object(["a": .text("b: c # d")])]), "hiç": .list([]),
    ])
    #expect(
      DataWriter.text(value) == """
        id: "5x5"
        ad: Örnek Belediyesi
        gün: 2026-01-15
        oran: 0.4
        açık: true
        evet: "no"
        boş: ""
        liste:
        - 1
        - a: 'b: c # d'
        hiç: []

        """)
  }

  /// Whatever the text, it comes back as it was.
  @Test func textsSurviveTheRoundTrip() {
    var random = Seeded(seed: 42)
    let alphabet = Array("aZ0 ığİş:#-?*&!|>'\"%@`{}[],~\\\n\t\u{A0}\u{2028}😀=<")
    for _ in 0..<2000 {
      let text = String(
        (0..<Int.random(in: 0...12, using: &random)).map { _ in
          alphabet.randomElement(using: &random) ?? "a"
        })
      let written = DataWriter.text(.object(["k": .list([.text(text)])]))
      let (node, diagnostics) = DataFile.parse(written, file: "w.yaml")
      #expect(diagnostics.isEmpty, "\(written)")
      #expect(node?.entries?.first?.value.items?.first?.text == text)
    }
  }
}

/// SplitMix64: the same numbers for the same seed.
private struct Seeded: RandomNumberGenerator {
  var seed: UInt64
  mutating func next() -> UInt64 {
    seed &+= 0x9E37_79B9_7F4A_7C15
    var z = seed
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
