import GuvenceCore

/// The words of the outline. Turkish is written; English is read too.
///
/// ```
/// kod: YAZ-02
/// ad: Giden evrak
///
/// b) (başla) Yazı talimatı verildi @Raportör
/// 1) Taslağın hazırlanması @Raportör [Yazı taslağı] <EBYS>
/// k1) Uygun mu? @Şube Müdürü {K}
///   Hayır -> 1
///   Evet -> s
///   R1: Yetkisiz imza (vekâlet kayıtsız > işlemin sakatlanması)
///   C1 R1 önleyici: İmza yetkileri çizelgesi (KOS 4)
/// s) (bitir) Gönderildi @Raportör
/// ```
///
/// A step without arrows of its own is followed by the next line; `-> yok` says that nothing follows.
enum OutlineWords {
  static let kinds: [(kind: Step.Kind, words: [String])] = [
    (.start, ["başla", "start"]), (.end, ["bitir", "end"]), (.task, ["işlem", "task"]),
    (.decision, ["karar", "decision"]), (.split, ["ayır", "split"]), (.join, ["birleştir", "join"]),
    (.subprocess, ["alt süreç", "subprocess"]), (.wait, ["bekle", "wait"]), (.document, ["belge", "document"]),
  ]
  static let sensitive = ["hassas", "sensitive"]
  static let irrevocable = ["dönülmez", "irrevocable"]
  static let nothing = ["yok", "none"]
  static let controls: [(kind: ControlPoint.Kind, words: [String])] = [
    (.preventive, ["önleyici", "preventive"]), (.detective, ["tespit edici", "detective"]),
    (.corrective, ["düzeltici", "corrective"]), (.directive, ["yönlendirici", "directive"]),
  ]
  static let levels: [(level: RiskPoint.Level, words: [String])] = [
    (.low, ["düşük", "low"]), (.medium, ["orta", "medium"]), (.high, ["yüksek", "high"]),
  ]
  /// Keys of the head, the Turkish one first.
  static let heads: [(key: Head, words: [String])] = [
    (.code, ["kod", "code"]), (.name, ["ad", "name"]), (.unit, ["birim", "unit"]), (.owner, ["sahip", "owner"]),
    (.basis, ["dayanak", "basis"]), (.document, ["belge no", "document number"]), (.lanes, ["roller", "roles"]),
  ]

  enum Head { case code, name, unit, owner, basis, document, lanes }

  static func find<Value>(_ word: String, in list: [(Value, [String])]) -> Value? {
    let folded = TurkishText.fold(word)
    return list.first { $0.1.contains { TurkishText.fold($0) == folded } }?.0
  }

  static func isOne(_ word: String, of words: [String]) -> Bool {
    words.contains { TurkishText.fold($0) == TurkishText.fold(word) }
  }
}
