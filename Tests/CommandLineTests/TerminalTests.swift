import Glibc
import Testing

@testable import GuvenceCommandLine

@Suite struct TerminalTests {
  @Test func readerThatLeavesIsNoFailure() {
    signal(SIGPIPE, SIG_IGN)
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    let writer = LineWriter(ends[1])
    writer.write("first")
    close(ends[0])
    for _ in 0..<3 { writer.write("lost") }
    #expect(writer.failure == nil)
    close(ends[1])
  }

  @Test func fullDiskIsAFailure() {
    let full = open("/dev/full", O_WRONLY)
    let writer = LineWriter(full)
    writer.write("line")
    #expect(writer.failure != nil)
    close(full)
  }

  @Test func linesArriveWhole() {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    let writer = LineWriter(ends[1])
    writer.write("ışık")
    writer.write("")
    close(ends[1])
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(ends[0], &bytes, bytes.count)
    #expect(String(decoding: bytes.prefix(max(0, count)), as: UTF8.self) == "ışık\n\n")
    close(ends[0])
  }
}
