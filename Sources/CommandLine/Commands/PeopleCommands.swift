import GuvenceApplication
import GuvenceCore
import GuvenceRegister

/// Units and accounts.
let peopleCommands: [Command] = [
  Command(
    "unit list", Localized("birimleri listele", "list units"), options: [.database, .asUser, .json], run: listUnits),
  Command(
    "unit add", Localized("birim ekle", "add a unit"),
    options: [
      .database, .asUser,
      Command.Option(name: "code", value: "CODE", help: Localized("kısa kod", "short code"), isRequired: true),
      Command.Option(name: "name", value: "NAME", help: Localized("birimin adı", "name of the unit"), isRequired: true),
      Command.Option(
        name: "parent", value: "CODE", help: Localized("üst birim (idare)", "unit above (the administration)")),
    ], run: addUnit),
  Command(
    "user list", Localized("kullanıcıları listele", "list accounts"), options: [.database, .asUser, .json],
    run: listUsers),
  Command(
    "user add", Localized("kullanıcı ekle, parola bağlantısını yaz", "add an account, print its password link"),
    arguments: [Command.Argument(name: "LOGIN", help: Localized("kullanıcı adı", "user name"))],
    options: [
      .database, .asUser,
      Command.Option(name: "name", value: "NAME", help: Localized("adı soyadı", "display name"), isRequired: true),
      Command.Option(
        name: "role", value: "ROLE",
        help: Localized(
          Role.allCases.map(\.rawValue).joined(separator: "|"), Role.allCases.map(\.rawValue).joined(separator: "|")),
        isRequired: true),
      Command.Option(
        name: "unit", value: "CODE", help: Localized("rolün birimi (idare)", "unit of the role (the administration)")),
    ], run: addUser),
  Command(
    "user link", Localized("yeni parola bağlantısı ver", "give a new password link"),
    arguments: [Command.Argument(name: "LOGIN", help: Localized("kullanıcı adı", "user name"))],
    options: [.database, .asUser], run: linkUser),
]

private func listUnits(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let lines = try app.units(by: call.actor(app))
  if call.wantsJSON {
    call.say(
      JSON.members([
        "units": .array(
          lines.map {
            .members([
              "code": .text($0.unit.code), "name": .text($0.unit.name), "depth": .count($0.depth),
              "risks": .count($0.riskCount), "retiredOn": .optional($0.unit.retiredOn),
            ])
          })
      ]).text)
    return .done
  }
  for line in lines {
    let indent = String(repeating: "  ", count: line.depth)
    call.say("\(indent)\(line.unit.code)  \(line.unit.name)  (\(line.riskCount))")
  }
  return .done
}

private func addUnit(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let form = UnitForm(parentCode: call.text("parent"), code: call.text("code") ?? "", name: call.text("name") ?? "")
  let unit = try app.addUnit(form, by: call.actor(app))
  call.say(Localized("Birim eklendi: \(unit.code) \(unit.name)", "Unit added: \(unit.code) \(unit.name)"))
  return .done
}

private func listUsers(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let actor = try call.actor(app)
  let accounts = try app.accounts(by: actor)
  if call.wantsJSON {
    call.say(
      JSON.members([
        "users": .array(
          accounts.map {
            .members([
              "login": .text($0.login), "name": .text($0.displayName), "disabled": .boolean($0.isDisabled),
              "roles": .array($0.grants.map { .text($0.role.rawValue) }),
            ])
          })
      ]).text)
    return .done
  }
  for account in accounts {
    let roles = account.grants.map { $0.role.name(call.language) }.joined(separator: ", ")
    let closed = account.isDisabled ? Localized(" (kapalı)", " (closed)")(call.language) : ""
    call.say("\(account.login)  \(account.displayName)  \(roles)\(closed)")
  }
  return .done
}

private func addUser(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let actor = try call.actor(app)
  let role: Role = try choice(call.text("role") ?? "", "role")
  let units = try app.units(by: .machineOperator)
  let unit =
    try call.text("unit").map { try app.resolve(unitCode: $0, by: .machineOperator) } ?? units.first?.unit
  guard let unit else { throw Problem(.notFound, Localized("Birim yok.", "There is no unit.")) }
  let form = AccountForm(
    login: try call.required(0), displayName: call.text("name") ?? "",
    grants: [RoleGrant(role: role, unitID: unit.id)])
  let (account, link) = try app.createAccount(form, by: actor)
  call.say(Localized("Kullanıcı eklendi: \(account.login)", "Account added: \(account.login)"))
  call.say(Localized("Parola bağlantısı (bir kez): /password/\(link)", "Password link (once): /password/\(link)"))
  return .done
}

private func linkUser(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let actor = try call.actor(app)
  let login = try call.required(0)
  guard let account = try app.accounts(by: actor).first(where: { $0.login == login }) else {
    throw Problem(.notFound, Localized("«\(login)» adlı kullanıcı yok.", "There is no user «\(login)»."))
  }
  let link = try app.newPasswordLink(for: account.id, by: actor)
  call.say(Localized("Parola bağlantısı (bir kez): /password/\(link)", "Password link (once): /password/\(link)"))
  return .done
}
