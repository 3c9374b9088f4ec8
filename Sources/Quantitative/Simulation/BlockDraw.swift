/// The loops over the events of a block, one for each way of counting; `seen` only where one event a trial counts.
struct BlockDraw {
  let count: Int
  let isCertain: Bool
  let trials: CounterGenerator
  let losses: CounterGenerator
  let pass: EventDraw.Pass
  let seen: UnsafeMutablePointer<UInt8>?

  /// Goes over all events and returns the sum of the losses that counted.
  func sum(_ loss: PreparedLoss) -> Double {
    switch loss {
    case .table(let table):
      table.rows.withUnsafeBufferPointer { rows in
        QuantileTable.innerPieces.withUnsafeBufferPointer { pieces in
          guard let rows = rows.baseAddress, let pieces = pieces.baseAddress else { return 0 }
          return sum(TableLoss(rows: rows, innerPieces: pieces))
        }
      }
    case .triangular(let loss): sum(loss)
    case .sample(let sample):
      sample.withUnsafeBufferPointer { values in
        values.baseAddress.map { sum(SampleLoss(sample: $0, count: UInt64(values.count))) } ?? 0
      }
    }
  }

  private func sum(_ loss: some EventLoss) -> Double {
    switch (pass, seen) {
    case (.totals(let totals), nil): walk(EveryEvent(loss: loss, totals: totals))
    case (.totals(let totals), let seen?): walk(FirstEvent(loss: loss, totals: totals, seen: seen))
    case (.marked(let marks), _): marked(loss, marks)
    }
  }

  /// Collects the marked events of some groups without a jump, then draws their losses: a mark is rare, and a wrongly
  /// guessed jump costs more than an event.
  private func marked(_ loss: some EventLoss, _ marks: UnsafePointer<UInt8>) -> Double {
    var sum = 0.0
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 1024) { found in
      guard let found = found.baseAddress else { return }
      for first in stride(from: 0, to: count, by: 1024) {
        for hit in 0..<collect(from: first, marks, found) {
          let event = found[hit]
          if let seen {
            let trial = isCertain ? event : trial(of: event)
            guard seen[trial] == 0 else { continue }
            seen[trial] = 1
          }
          sum += loss.amount(word(of: event))
        }
      }
    }
    return sum
  }

  /// Puts the marked ones of up to 1024 events into `found` and returns how many there are.
  @inline(__always)
  private func collect(from first: Int, _ marks: UnsafePointer<UInt8>, _ found: UnsafeMutablePointer<Int>) -> Int {
    let end = min(first + 1024, count)
    var (hits, event) = (0, first)
    let groups = min(end, wholeGroups)
    while event < groups {
      let places = trials.word(UInt64(truncatingIfNeeded: event &>> 2))
      for lane in 0..<4 {
        found[hits] = event &+ lane
        hits &+= Int(marks[BlockDraw.trial(places, UInt64(lane))])
      }
      event &+= 4
    }
    while event < end {
      found[hits] = event
      hits &+= Int(marks[isCertain ? event : trial(of: event)])
      event &+= 1
    }
    return hits
  }

  /// Goes over the events, each with its trial and the 32 bits of its loss, and adds up what `use` counts of them.
  @inline(__always)
  private func walk(_ use: some EventUse) -> Double {
    var (sum, event) = (0.0, 0)
    while event < wholeGroups {
      let group = UInt64(truncatingIfNeeded: event &>> 2)
      let (places, first, second) = (trials.word(group), losses.word(2 &* group), losses.word(2 &* group &+ 1))
      let one = use.count(BlockDraw.trial(places, 0), UInt32(truncatingIfNeeded: first))
      let two = use.count(BlockDraw.trial(places, 1), UInt32(truncatingIfNeeded: first &>> 32))
      let three = use.count(BlockDraw.trial(places, 2), UInt32(truncatingIfNeeded: second))
      let four = use.count(BlockDraw.trial(places, 3), UInt32(truncatingIfNeeded: second &>> 32))
      sum += (one + two) + (three + four)
      event &+= 4
    }
    while event < count {
      sum += use.count(isCertain ? event : trial(of: event), word(of: event))
      event &+= 1
    }
    return sum
  }

  /// The events in groups of four; the others are drawn one by one.
  private var wholeGroups: Int { isCertain ? 0 : count & ~3 }

  @inline(__always)
  private func trial(of event: Int) -> Int {
    BlockDraw.trial(trials.word(UInt64(truncatingIfNeeded: event &>> 2)), UInt64(event & 3))
  }

  @inline(__always)
  private func word(of event: Int) -> UInt32 {
    UInt32(
      truncatingIfNeeded: losses.word(UInt64(truncatingIfNeeded: event &>> 1))
        &>> UInt64(truncatingIfNeeded: (event & 1) &* 32))
  }

  /// The upper 11 of the 16 bits.
  @inline(__always)
  private static func trial(_ places: UInt64, _ lane: UInt64) -> Int { Int((places &>> (lane &* 16 &+ 5)) & 2047) }
}

/// What is done with an event in the first pass; returns the loss that counts.
private protocol EventUse {
  func count(_ trial: Int, _ word: UInt32) -> Double
}

private struct EveryEvent<Amount: EventLoss>: EventUse {
  let loss: Amount
  let totals: UnsafeMutablePointer<Double>

  @inline(__always)
  func count(_ trial: Int, _ word: UInt32) -> Double {
    let amount = loss.amount(word)
    totals[trial] += amount
    return amount
  }
}

private struct FirstEvent<Amount: EventLoss>: EventUse {
  let loss: Amount
  let totals: UnsafeMutablePointer<Double>
  let seen: UnsafeMutablePointer<UInt8>

  @inline(__always)
  func count(_ trial: Int, _ word: UInt32) -> Double {
    // All bits where the trial has no event yet, none where it has: an addition of 0 instead of a jump.
    let mask = UInt64(seen[trial]) &- 1
    seen[trial] = 1
    let amount = Double(bitPattern: loss.amount(word).bitPattern & mask)
    totals[trial] += amount
    return amount
  }
}
