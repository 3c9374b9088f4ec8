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
      Command.Option(name: "code", value: .code, help: Localized("kısa kod", "short code"), isRequired: true),
      Command.Option(name: "name", value: .name, help: Localized("birimin adı", "name of the unit"), isRequired: true),
      Command.Option(
        name: "parent", value: .code, help: Localized("üst birim (idarenin kendisi)", "unit above (the administration)")
      ),
    ], run: addUnit),
  Command(
    "user list", Localized("kullanıcıları listele", "list accounts"), options: [.database, .asUser, .json],
    run: listUsers),
  Command(
    "user add", Localized("kullanıcı ekle, parola bağlantısını yaz", "add an account, print its password link"),
    arguments: [Command.Argument(name: .login, help: Localized("kullanıcı adı", "user name"))],
    options: [
      .database, .asUser,
      Command.Option(name: "name", value: .name, help: Localized("adı soyadı", "display name"), isRequired: true),
      Command.Option(name: "role", value: .word, help: Localized("rolü", "role"), isRequired: true, isRepeatable: true),
      Command.Option(
        name: "email", value: Localized("ADRES", "ADDRESS"),
        help: Localized("günlük özetin adresi", "address for the daily digest")),
      Command.Option(
        name: "unit", value: .code,
        help: Localized("rolün birimi (idarenin kendisi)", "unit of the role (the administration)")),
    ],
    notes: Localized(roleList(.turkish), roleList(.english)), run: addUser),
  Command(
    "user link", Localized("yeni parola bağlantısı ver", "give a new password link"),
    arguments: [Command.Argument(name: .login, help: Localized("kullanıcı adı", "user name"))],
    options: [.database, .asUser], run: linkUser),
]

private func roleList(_ language: Language) -> String {
  let roles = Role.allCases.map { "\($0.rawValue): \($0.name(language))" }
  return ([Localized("Roller:", "Roles:")(language)] + roles).joined(separator: "\n")
}

private func listUnits(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let lines = try app.units(by: call.actor(app))
  if call.wantsJSON {
    call.answer(
      .members([
        "units": .array(
          lines.map {
            .members([
              "code": .text($0.unit.code), "name": .text($0.unit.name), "depth": .count($0.depth),
              "risks": .count($0.riskCount), "retiredOn": .optional($0.unit.retiredOn),
            ])
          })
      ]))
    return .done
  }
  call.say(
    [Localized("Birim", "Unit"), Localized("Ad", "Name"), Localized("Risk", "Risks")],
    lines.map { line in
      let closed = line.unit.retiredOn == nil ? "" : Localized(" (kapalı)", " (closed)")(call.language)
      let name = String(repeating: "· ", count: line.depth) + line.unit.name + closed
      return [line.unit.code, name, String(line.riskCount)]
    }, numbers: [2])
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
    call.answer(
      .members([
        "users": .array(
          accounts.map {
            .members([
              "login": .text($0.login), "name": .text($0.displayName), "disabled": .boolean($0.isDisabled),
              "roles": .array($0.grants.map { .text($0.role.rawValue) }),
            ])
          })
      ]))
    return .done
  }
  guard !accounts.isEmpty else {
    call.say(Localized("Kullanıcı yok.", "There are no accounts."))
    return .done
  }
  call.say(
    [Localized("Kullanıcı", "Login"), Localized("Ad", "Name"), Localized("Roller", "Roles")],
    accounts.map { account in
      let roles = account.grants.map { $0.role.name(call.language) }.joined(separator: ", ")
      return [
        account.login, account.displayName,
        roles + (account.isDisabled ? Localized(" (kapalı)", " (closed)")(call.language) : ""),
      ]
    })
  return .done
}

private func addUser(_ call: Invocation) throws -> ExitCode {
  let roles: [Role] = try call.choices("role")
  let app = try call.app()
  let actor = try call.actor(app)
  // Whoever may manage accounts need not see the register, so the operator looks the unit up.
  let unit =
    try call.text("unit").map { try app.resolve(unitCode: $0, by: .machineOperator) }
    ?? app.units(by: .machineOperator).first?.unit
  guard let unit else { throw Problem(.notFound, Localized("Birim yok.", "There is no unit.")) }
  let form = AccountForm(
    login: try call.argument(0), displayName: call.text("name") ?? "", email: call.text("email") ?? "",
    grants: roles.map { RoleGrant(role: $0, unitID: unit.id) })
  let (account, link) = try app.createAccount(form, by: actor)
  call.say(Localized("Kullanıcı eklendi: \(account.login)", "Account added: \(account.login)"))
  say(link: link, call)
  return .done
}

private func linkUser(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let actor = try call.actor(app)
  let login = try call.argument(0)
  guard let account = try app.accounts(by: actor).first(where: { $0.login == login }) else {
    throw Problem(.notFound, Localized("«\(login)» adlı kullanıcı yok.", "There is no user «\(login)»."))
  }
  let link = try app.newPasswordLink(for: account.id, by: actor)
  say(link: link, call)
  return .done
}

/// The path only: the address at which the web application is reached is not known here.
private func say(link: String, _ call: Invocation) {
  call.say(
    Localized(
      "Parola bağlantısı (bir kez kullanılır): /password/\(link)", "Password link (works once): /password/\(link)"))
}
