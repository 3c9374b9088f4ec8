import GuvenceCore
import GuvenceRegister
import GuvenceReporting
import GuvenceRules
import Testing

@Suite struct SummaryTests {
  private func turkish(_ entries: [RegisterSnapshot.Entry]) -> [String] {
    ConsolidatedReport(Sample.snapshot(entries)).summary.map(\.turkish)
  }

  private func risks(_ pairs: [(Int, Int)], assessed: String = "2026-07-01") -> [RegisterSnapshot.Entry] {
    pairs.enumerated().map { index, pair in
      Sample.entry(
        Int64(index + 1), Sample.finance, "Risk \(index)",
        current: Sample.assessment(Int64(index + 1), pair, nil, on: assessed, review: "2027-01-01"), isNew: true)
    }
  }

  @Test func fullRegister() {
    #expect(
      turkish(Sample.register) == [
        "Rapor 3 birimin 6 riskini kapsar.", "6 riskten 5’i değerlendirilmiştir.",
        "Geçerli yöntemle değerlendirilen 4 riskten 2’si yüksek, 1’i orta ve 1’i düşük düzeydedir.",
        "Değerlendirilen 5 riskten 2’si risk iştahının üstündedir.",
        "En yüksek puanlı risk FİM.RA.0001 (Fen İşleri Müdürlüğü): 16 puan, yüksek.",
        "Önceki döneme (2026 yılı 2. çeyreği) göre 1 risk eklenmiştir, 1 risk kapatılmıştır, "
          + "1 riskin puanı yükselmiştir ve 1 riskin puanı düşmüştür.",
        "Değerlendirilen 5 riskten 1’i gözden geçirmede gecikmiştir.",
        "1 risk başka bir yöntemle değerlendirilmiştir; düzey sayılarına ve sıralamaya katılmamıştır.",
      ])
  }

  @Test func emptyRegister() {
    #expect(turkish([]) == ["Raporun kapsamında açık risk bulunmamaktadır."])
  }

  @Test func nothingAssessed() {
    let entries = (1...3).map { Sample.entry($0, Sample.finance, "Risk") }
    #expect(turkish(entries) == ["Rapor 3 riski kapsar.", "3 riskin hiçbiri değerlendirilmemiştir."])
  }

  @Test func noneAndAll() {
    let low = turkish(risks([(1, 1), (1, 2)]))
    #expect(low.contains("2 riskin tamamı düşük düzeydedir."))
    #expect(low.contains("2 riskin hiçbiri risk iştahının üstünde değildir."))
    let high = turkish(risks([(5, 5), (5, 4)]))
    #expect(high.contains("2 riskin tamamı risk iştahının üstündedir."))
  }

  @Test func singleRisk() {
    let sentences = turkish(risks([(5, 5)]))
    #expect(sentences.contains("Tek risk, risk iştahının üstündedir."))
    #expect(sentences.contains("Rapor 1 riski kapsar."))
  }

  @Test func previousPeriodMissing() {
    let sentences = turkish(risks([(2, 2), (3, 3)]))
    #expect(
      sentences.contains(
        "Önceki dönemde değerlendirilmiş risk bulunmadığından artış ve azalış belirlenmemiştir."))
  }

  @Test func englishAgreesInNumber() {
    let english = ConsolidatedReport(Sample.snapshot(Sample.register)).summary.map(\.english)
    #expect(english.contains("2 of 5 assessed risks are above the risk appetite."))
    #expect(english.contains("1 of 5 assessed risks is overdue for review."))
    #expect(english.contains("By level: 2 high, 1 medium and 1 low."))
  }
}
