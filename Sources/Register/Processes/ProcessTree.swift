import GuvenceCore

/// The processes of an administration as a tree, for order, depth and paths.
public struct ProcessTree: Sendable {
  /// All processes by number.
  public let records: [Identifier<ProcessRecord>: ProcessRecord]
  private let below: [Identifier<ProcessRecord>?: [ProcessRecord]]

  /// A tree of `records`; siblings are in Turkish order of their codes. One whose parent is not among them stands at
  /// the top.
  public init(_ records: [ProcessRecord]) {
    let known = Dictionary(records.map { ($0.id, $0) }) { first, _ in first }
    var below: [Identifier<ProcessRecord>?: [ProcessRecord]] = [:]
    for record in records { below[record.parentID.flatMap { known[$0]?.id }, default: []].append(record) }
    self.records = known
    self.below = below.mapValues { $0.sorted { TurkishText.precedes($0.code, $1.code) } }
  }

  /// Processes in the order of the tree with their depth, from 1.
  public var lines: [(record: ProcessRecord, depth: Int)] {
    var lines: [(record: ProcessRecord, depth: Int)] = []
    var waiting = top.reversed().map { ($0, 1) }
    while let (record, depth) = waiting.popLast() {
      lines.append((record, depth))
      waiting += children(of: record.id).reversed().map { ($0, depth + 1) }
    }
    return lines
  }

  /// Processes without one above, by code.
  public var top: [ProcessRecord] { below[nil] ?? [] }

  /// Parts of a process, by code.
  public func children(of id: Identifier<ProcessRecord>) -> [ProcessRecord] { below[id] ?? [] }

  /// From the top down to `id`, itself last; empty where it is unknown.
  public func path(to id: Identifier<ProcessRecord>) -> [ProcessRecord] {
    var path: [ProcessRecord] = []
    var current = records[id]
    while let record = current, path.count <= records.count {
      path.append(record)
      current = record.parentID.flatMap { records[$0] }
    }
    return path.reversed()
  }

  /// `id` and everything below it.
  public func subtree(of id: Identifier<ProcessRecord>) -> Set<Identifier<ProcessRecord>> {
    var (found, waiting): (Set<Identifier<ProcessRecord>>, [Identifier<ProcessRecord>]) = ([id], [id])
    while let next = waiting.popLast() {
      for child in children(of: next) where found.insert(child.id).inserted { waiting.append(child.id) }
    }
    return found
  }
}
