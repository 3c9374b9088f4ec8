import Foundation
import GuvenceCore

@testable import GuvenceCommandLine

/// A scenario of Tests/Scenarios: commands and what they print.
///
///     # a remark                      @ 2026-12-01        from here on it is that day
///     > register.csv                  a file of the lines `| …` below
///     % UPDATE risk SET …             SQL run behind the program's back
///     $ guvence risk list             a command; below it what it prints,
///     ! guvence: …                    what goes to the error stream with `! `,
///     = 3                             and the exit code where it is not 0
///     ? total=2 risks.reference       instead of the text: JSON keys that must be there, some with their value
///
/// `{folder}` stands for the scenario's folder, `{hex}` for 64 hexadecimal digits, `{any}` for anything.
struct Transcript {
  private(set) var blocks: [[String]] = []

  init(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      // A mark stands before a blank; `#1` and `%50` are printed text.
      let startsBlock = line.isEmpty || (line.dropFirst().first == " " && "#@>%$".contains(line.first ?? " "))
      if startsBlock { blocks.append([line]) } else { blocks[max(0, blocks.count - 1)].append(line) }
    }
  }

  /// Plays it; returns the text as it came out, and the blocks where that is something else.
  func play(in shell: Shell) throws -> (text: String, differences: [String]) {
    var text: [String] = []
    var differences: [String] = []
    for block in blocks {
      let (played, isRight) = try play(block, in: shell)
      text += isRight ? block : played
      if !isRight {
        differences.append("expected:\n\(block.joined(separator: "\n"))\nfound:\n\(played.joined(separator: "\n"))")
      }
    }
    return (text.joined(separator: "\n"), differences)
  }

  private func play(_ block: [String], in shell: Shell) throws -> (lines: [String], isRight: Bool) {
    let head = block[0]
    let rest = String(head.dropFirst(2))
    switch head.first {
    case "@": shell.day = Day(iso: rest) ?? shell.day
    case ">": try shell.write(block.dropFirst().map { $0.dropFirst(2) + "\n" }.joined(), to: rest)
    case "%": try shell.tamper(rest)
    case "$": return run(block, in: shell)
    default: break
    }
    return (block, true)
  }

  private func run(_ block: [String], in shell: Shell) -> (lines: [String], isRight: Bool) {
    let words = Transcript.words(block[0].dropFirst(2).replacing("{folder}", with: shell.folder))
    let answer = shell.run(Array(words.dropFirst()))
    let code = answer.code == .done ? [] : ["= \(answer.code.rawValue)"]
    let keys = block.filter { $0.hasPrefix("? ") }
    if !keys.isEmpty {
      let missing = keys.flatMap { Transcript.words($0.dropFirst(2)[...]) }.filter { !JSONKeys.holds(answer.out, $0) }
      let codes = block.filter { $0.hasPrefix("= ") }
      return ([block[0]] + missing.map { "? missing \($0)" } + [answer.out] + code, missing.isEmpty && codes == code)
    }
    let lines = answer.lines.map { line in
      (line.isError ? "! " : line.text.isEmpty ? "\\" : "") + Transcript.masked(line.text, shell.folder)
    }
    let played = [block[0]] + lines + code
    let isRight = played.count == block.count && zip(block, played).allSatisfy(Transcript.matches)
    return (played, isRight)
  }

  /// Words as a shell would divide them; quotes hold blanks.
  static func words(_ line: some StringProtocol) -> [String] {
    var words: [String] = []
    var (word, quote): (String?, Character?) = (nil, nil)
    for letter in line {
      if let open = quote {
        if letter == open { quote = nil } else { word = (word ?? "") + String(letter) }
      } else if letter == "'" || letter == "\"" {
        (quote, word) = (letter, word ?? "")
      } else if letter == " " {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(letter)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }

  private static func masked(_ text: String, _ folder: String) -> String {
    var out = ""
    var run = ""
    for letter in text.replacing(folder, with: "{folder}") + "\0" {
      if letter.isHexDigit {
        run.append(letter)
        continue
      }
      out += run.count == 64 ? "{hex}" : run
      run = ""
      if letter != "\0" { out.append(letter) }
    }
    return out
  }

  private static func matches(_ expected: String, _ found: String) -> Bool {
    let parts = expected.components(separatedBy: "{any}")
    guard parts.count > 1, let first = parts.first, let last = parts.last else { return expected == found }
    guard found.hasPrefix(first), found.hasSuffix(last), found.count >= first.count + last.count else { return false }
    return parts.dropFirst().dropLast().allSatisfy { found.contains($0) }
  }
}

/// Looks keys up in JSON text.
enum JSONKeys {
  /// Whether `text` is JSON that holds `path`: `total`, `risks.reference` (of the first element), `created=2`.
  static func holds(_ text: String, _ path: String) -> Bool {
    guard var value = try? JSONSerialization.jsonObject(with: Data(text.utf8)) else { return false }
    let sides = path.split(separator: "=", maxSplits: 1).map(String.init)
    for key in sides[0].split(separator: ".") {
      if let list = value as? [Any], let first = list.first { value = first }
      guard let object = value as? [String: Any], let next = object[String(key)] else { return false }
      value = next
    }
    guard sides.count == 2 else { return true }
    if let list = value as? [Any] { return String(list.count) == sides[1] }
    if let flag = value as? Bool, ["true", "false"].contains(sides[1]) { return String(flag) == sides[1] }
    return "\(value)" == sides[1]
  }
}
