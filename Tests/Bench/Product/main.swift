import Glibc
import GuvenceCore

// The product's side of the measurements: one measurement per run, one line of JSON. Called by Tests/Bench/run.
let arguments = Array(CommandLine.arguments.dropFirst())

do {
  let task = arguments.first ?? ""
  let rest = Array(arguments.dropFirst())
  switch (task, rest.count) {
  case ("prepare", 1): try BulkWrite.prepare(rest[0])
  case ("bulk-write", 2): try BulkWrite.run(rest[0], count: try whole(rest[1]))
  case ("bulk-write-plain", 3): try BulkWrite.plain(rest[0], source: rest[1], risksOnly: rest[2] == "risks")
  case ("rescore", 1): try Rescoring.run(count: try whole(rest[0]))
  case ("heat-map-fill", 2): try HeatMap.fill(rest[0], count: try whole(rest[1]))
  case ("heat-map", 1): try HeatMap.run(rest[0])
  case ("page-prepare", 2): try RegisterPages.prepare(rest[0], count: try whole(rest[1]))
  case ("method-change", 1): try MethodChange.run(rest[0])
  case ("workbook-write", 2): try Workbooks.write(rest[0], count: try whole(rest[1]))
  case ("workbook-read", 1): try Workbooks.read(rest[0])
  case ("charts", 2): try Charts.run(rest[0], count: try whole(rest[1]))
  case ("portfolio", 3):
    try Portfolio.run(rest[0], trials: try whole(rest[1]), threads: try whole(rest[2]), rounds: 3)
  default: throw Failure("unknown task: \(arguments.joined(separator: " "))")
  }
} catch {
  let text = Array("\(error)\n".utf8)
  _ = write(STDERR_FILENO, text, text.count)
  exit(1)
}

/// A measurement that could not be made.
struct Failure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

private func whole(_ text: String) throws -> Int {
  guard let value = Int(text), value > 0 else { throw Failure("not a count: \(text)") }
  return value
}
