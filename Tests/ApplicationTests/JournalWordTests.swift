import GuvenceCore
import GuvenceRegister
import Testing

@testable import GuvenceApplication
@testable import GuvenceStorage

/// The journal speaks the words of the screen, not those of the store.
@Suite struct JournalWordTests {
  @Test func everyStoredColumnHasANameOrIsOnlyForTheMachine() {
    for table in LiveTable.all {
      for column in table.columns where !JournalWords.isTechnical(column) {
        let name = JournalWords.field(column)
        #expect(name.turkish != column, "\(table.entity.rawValue).\(column)")
        #expect(!name.english.isEmpty && !name.turkish.isEmpty, "\(column)")
      }
    }
  }

  @Test func linesOfTheSampleAreNamedAndSayWhatTheyAreAbout() throws {
    let folder = try Folder()
    let app = try App.create(
      database: folder.file("a.db"), administration: "Örnek Belediyesi", sample: true,
      dataFolder: try DataLocator.locate(), clock: { Town.now })
    var lines: [JournalLine] = []
    repeat {
      let next = try app.journal(
        entity: nil, key: nil, before: lines.last?.sequence, limit: 500, by: .machineOperator)
      if next.isEmpty { break }
      lines += next
    } while lines.count < 2000
    #expect(lines.last?.sequence == 1)
    for line in lines {
      #expect(JournalWords.act(line.useCase).turkish != line.useCase, "\(line.useCase)")
      #expect(JournalWords.entity(line.entity).turkish != line.entity, "\(line.entity)")
    }
    let reading = try #require(lines.first { $0.entity == "indicator_reading" })
    #expect(reading.page == .indicator && reading.entityKey.contains(".G."))
    let progress = try #require(lines.first { $0.entity == "action_progress" })
    #expect(progress.page == .action && progress.entityKey.contains(".EY."))
    let unit = try #require(lines.flatMap(\.changes).first { $0.field == "unit_id" })
    #expect(unit.after.map { Int($0) == nil } ?? false, "a unit is named by its code: \(unit)")
  }
}
