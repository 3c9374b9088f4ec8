/// The candidate most like `word`, for «bunu mu demek istediniz»; `nil` where none is near enough.
///
/// Distance is optimal string alignment (insert, delete, replace, swap of neighbours) on folded text; at most a third
/// of the word's length, and at least one change, is taken as near. Words longer than 64 bytes are like nothing.
public func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
  guard word.utf8.count <= 64 else { return nil }
  let wanted = Array(TurkishText.fold(word).utf8)
  let limit = max(1, wanted.count / 3)
  var best: (distance: Int, candidate: String)?
  for candidate in candidates {
    guard candidate.utf8.count <= 128 else { continue }
    let folded = Array(TurkishText.fold(candidate).utf8)
    guard abs(folded.count - wanted.count) <= limit else { continue }
    let distance = alignmentDistance(wanted, folded)
    if distance <= limit, distance < (best?.distance ?? .max) { best = (distance, candidate) }
  }
  return best?.candidate
}

private func alignmentDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var before: [Int] = []
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
      row.append(cost)
    }
    (before, last) = (last, row)
  }
  return last[b.count]
}
