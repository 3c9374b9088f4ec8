import GuvenceApplication
import GuvenceCore
import GuvenceRegister

/// A database for the register's page: many risks in 120 units, and a signed-in coordinator of some of the units.
enum RegisterPages {
  /// Units the coordinator has a role in.
  private static let units = 12

  /// Makes the file and prints the session's token.
  static func prepare(_ path: String, count: Int) throws {
    try Office.prepare(path)
    let scope = try fill(path, count)
    let app = try App.open(database: path, dataFolder: try DataLocator.locate())
    guard let link = try app.setupToken() else { throw Failure("the file has accounts already") }
    let first = try app.completeSetup(
      token: link, login: "yonetici", displayName: "Örnek Yönetici", password: "denizde-yedi-ışıklı-gemi")
    guard let administrator = try app.session(token: first)?.actor else { throw Failure("no session") }
    let form = AccountForm(
      login: "koordinator", displayName: "Ayşe Örnek",
      grants: scope.map { RoleGrant(role: .unitCoordinator, unitID: $0) })
    let made = try app.createAccount(form, by: administrator)
    let token = try app.setPassword(link: made.link, password: "dağda-üç-rüzgârlı-tepe")
    report(["token": .text(token), "units": .array(scope.map { .integer($0.rawValue) })])
  }

  private static func fill(_ path: String, _ count: Int) throws -> [Identifier<Unit>] {
    let office = try Office(path)
    var register = FictionalRegister()
    let day = office.stamp.at.dayInIstanbul
    try office.database.write { connection in
      for number in 0..<count {
        let details = register.details(of: office.units[number % office.units.count])
        let input = register.assessment(on: day)
        try office.add("M.RA.\(10_000 + number)", details, input, isJournalled: true, connection)
      }
    }
    return Array(office.units.prefix(units))
  }
}
