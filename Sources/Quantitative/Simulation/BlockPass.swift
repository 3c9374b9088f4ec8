/// Walks over the trials block by block: a block's totals fit the processor's first cache, and each trial is summed by one
/// thread in the order of the risks and of their events.
struct BlockPass: Sendable {
  let draws: [EventDraw]
  let trials: Int
  let seed: UInt64

  /// Trials in a block, 2¹¹; part of the definition of the random words.
  static let width = 2048

  /// Every trial's loss, and every risk's sum over all trials.
  func totals(_ threads: Int) -> (totals: [Double], riskSums: [Double]) {
    let blocks = Workers.inOrder(blockCount, threads: threads) { block in
      var sums: [Double] = []
      let totals = [Double](unsafeUninitializedCapacity: BlockPass.width) { totals, count in
        totals.initialize(repeating: 0)
        count = BlockPass.width
        if let start = totals.baseAddress { sums = self.sums(.totals(start), block) }
      }
      // Blocks are always drawn whole; of the last one the trials that were not asked for are left out.
      let width = width(of: block)
      if width < BlockPass.width { sums = marked(block) { $0 < width } }
      return (totals: totals[..<width], sums: sums)
    }
    return (blocks.flatMap(\.totals), added(blocks.map(\.sums)))
  }

  /// Every risk's sum over the trials whose loss is at least `threshold`.
  func tailSums(beyond threshold: Double, totals: [Double], _ threads: Int) -> [Double] {
    added(
      Workers.inOrder(blockCount, threads: threads) { block in
        let first = block * BlockPass.width
        return marked(block) { first + $0 < trials && totals[first + $0] >= threshold }
      })
  }

  private var blockCount: Int { (trials + BlockPass.width - 1) / BlockPass.width }

  private func width(of block: Int) -> Int { min(BlockPass.width, trials - block * BlockPass.width) }

  private func marked(_ block: Int, _ isMarked: (Int) -> Bool) -> [Double] {
    let marks = (0..<BlockPass.width).map { isMarked($0) ? UInt8(1) : 0 }
    return marks.withUnsafeBufferPointer { marks in marks.baseAddress.map { sums(.marked($0), block) } ?? [] }
  }

  private func sums(_ pass: EventDraw.Pass, _ block: Int) -> [Double] {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: BlockPass.width) { seen in
      seen.initialize(repeating: 0)
      guard let start = seen.baseAddress else { return [] }
      return draws.map { $0.run(pass, block: block, seed: seed, seen: start) }
    }
  }

  private func added(_ blocks: [[Double]]) -> [Double] {
    var sums = [Double](repeating: 0, count: draws.count)
    for block in blocks {
      for (number, sum) in block.enumerated() { sums[number] += sum }
    }
    return sums
  }
}
