import GuvenceCatalogs
import Testing

@Suite struct StandardCodeTests {
  @Test(arguments: [
    ("KOS 1.1", "KOS 1.1"), ("KOS1.1", "KOS 1.1"), ("kos 2.6", "KOS 2.6"), ("KOS 2.6.1", "KOS 2.6.1"),
    ("RDS 05.06", "RDS 5.6"), ("KFS\u{A0}12.3", "KFS 12.3"), ("BİS 13.1", "BİS 13.1"), ("bis 13.1", "BİS 13.1"),
    ("BIS13.1", "BİS 13.1"), ("bıs 13.1", "BİS 13.1"), ("Bi\u{307}s 13.1", "BİS 13.1"), ("İS 17.4", "İS 17.4"),
    ("is 17.4", "İS 17.4"), ("IS 17.4", "İS 17.4"), ("ıs 18.2.10", "İS 18.2.10"),
  ])
  func readsAnySpelling(text: String, printed: String) {
    #expect(StandardCode(text)?.description == printed)
  }

  @Test(arguments: [
    "", "KOS", "1.1", "KOS 1", "KOS 1.", "KOS 1.1.", "KOS 1.1.1.1", "KOS  1.1", " KOS 1.1", "KOS 1.1 ", "KOS 001.1",
    "KOS 1.100", "KOS 0.1", "KOS 1.0", "KOS 1.1.0", "KOS 5.1", "RDS 4.1", "KFS 13.1", "BİS 17.1", "İS 16.1", "İS 19.1",
    "RD 1.1", "IZL 1.1", "KOS 1,1", "KOS -1.1", "KOS ١.١", "KOS 1.1a",
  ])
  func refusesWhatIsNoCode(text: String) {
    #expect(StandardCode(text) == nil)
  }

  @Test func standardsHaveTheirOwnCodes() throws {
    #expect(StandardNumber("KOS 4")?.description == "KOS 4")
    #expect(StandardNumber("is18")?.description == "İS 18")
    #expect(StandardNumber("KOS 5") == nil)
    #expect(StandardNumber("KOS 4.1") == nil)
    #expect(try #require(StandardNumber("KOS 3")).conditionCount == 8)
  }

  @Test func knowsWhichConditionsTheCommuniqueHas() throws {
    #expect(try #require(StandardCode("KOS 4.5")).isOfficial)
    #expect(try #require(StandardCode("KOS 4.6")).isOfficial == false)
  }

  @Test func ordersByNumberNotByText() {
    let codes = ["BİS 13.1", "KOS 2.1", "KOS 1.10", "KOS 1.2", "KOS 1.2.1", "İS 17.1", "KFS 9.1"].compactMap {
      StandardCode($0)
    }
    #expect(
      codes.sorted().map(\.description) == [
        "KOS 1.2", "KOS 1.2.1", "KOS 1.10", "KOS 2.1", "KFS 9.1", "BİS 13.1", "İS 17.1",
      ])
  }
}
