import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister

/// The accounts with their roles.
struct AccountsView: View {
  let frame: Frame
  let accounts: [Account]
  let units: [UnitLine]

  /// The page.
  var node: Node {
    var head = PageHead(title: t(Text.Accounts.title), room: .administration)
    head.actions = a(t(Text.Accounts.add), .class("button primary"), .href(Route.newAccount.path))
    return page(head) {
      div(.class("table-frame")) {
        table(.class("cards-on-phone"), .data("keys", "rows")) {
          caption(t(Text.Accounts.title), .class("hidden"))
          thead {
            tr {
              th(t(Text.Accounts.displayName), .scope("col"))
              th(t(Text.Accounts.login), .scope("col"))
              th(t(Text.Accounts.roles), .scope("col"))
              th(t(Text.Common.state), .scope("col"))
            }
          }
          tbody { .fragment(accounts.map(row)) }
        }
      }
    }
  }

  private func row(_ account: Account) -> Node {
    tr(.class(account.isDisabled ? "is-retired" : nil)) {
      th(.scope("row")) { a(account.displayName, .href(Route.editAccountForm(account.id).path)) }
      td(account.login, .data("label", t(Text.Accounts.login)))
      td(.class("wide-text")) {
        div(.class("stack")) { for grant in account.grants { span(grantText(grant)) } }
      }
      td(t(account.isDisabled ? Text.Accounts.disabled : Text.Accounts.active))
    }
  }

  private func grantText(_ grant: RoleGrant) -> String {
    let unit = units.first { $0.unit.id == grant.unitID }?.unit.name
    return unit.map { "\(t(grant.role.name)) — \($0)" } ?? t(grant.role.name)
  }
}

/// The form that adds or edits an account.
struct AccountFormView: View {
  let frame: Frame
  let state: FormState
  let units: [UnitLine]
  /// The account that is edited; `nil` for a new one.
  let editing: Account?

  /// Rows of role and unit in the form.
  static let grantRows = 4

  /// The page.
  var node: Node {
    let name = t(editing == nil ? Text.Accounts.addTitle : Text.Accounts.editTitle)
    var head = PageHead(
      title: editing.map { "\(name): \($0.displayName)" } ?? name, room: .administration,
      crumbs: [Crumb(text: t(Text.Accounts.title), route: .accounts)])
    state.report(in: &head, language)
    return page(head) {
      form(
        .method("post"), .action((editing.map { Route.editAccount($0.id) } ?? .addAccount).path), .novalidate()
      ) {
        token
        if let editing { hiddenField("version", state.values["version"] ?? String(editing.version)) }
        textField("displayName", Text.Accounts.displayName, in: state, isRequired: true, maximum: 120)
        textField(
          "login", Text.Accounts.login, in: state, hint: Text.Entrance.loginHint, isShort: true, isRequired: true,
          maximum: 100, .autocomplete("off"), Attribute("autocapitalize", "none"))
        textField(
          "email", Text.Accounts.email, in: state, hint: Text.Accounts.emailHint, isShort: true, maximum: 254,
          .inputmode("email"), .autocomplete("off"))
        grants
        if editing != nil { tick("disabled", Text.Accounts.disableTick, in: state) }
        div(.class("buttons")) {
          button(t(Text.Common.save), .type("submit"), .class("primary"))
          a(t(Text.Common.cancel), .href(Route.accounts.path))
        }
      }
      if let editing { linkForm(editing) }
    }
  }

  private var grants: Node {
    fieldset(.class("group"), .id("f-role"), .tabindex(-1)) {
      legend(t(Text.Accounts.roles))
      p(t(Text.Accounts.rolesHint), .class("hint"))
      for index in 1...max(Self.grantRows, (editing?.grants.count ?? 0) + 1) {
        div(.class("inline")) {
          choice(
            "role-\(index)", Text.Accounts.role, in: state, isShort: true, empty: Text.Common.none,
            options: Role.allCases.map { ($0.rawValue, t($0.name)) })
          choice(
            "unit-\(index)", Text.Common.unit, in: state, isShort: true,
            options: UnitOptions(frame: frame, units: units).open)
        }
      }
    }
  }

  private func linkForm(_ account: Account) -> Node {
    section {
      h2(t(Text.Accounts.linkTitle))
      form(.method("post"), .action(Route.accountLink(account.id).path)) {
        token
        p(t(Text.Accounts.newLinkHint), .class("muted"))
        button(t(Text.Accounts.newLink), .type("submit"))
      }
    }
  }

  /// The form's values of a stored account.
  static func values(of account: Account, units: [UnitLine]) -> Values {
    var values = Values()
    values.add("login", account.login)
    values.add("displayName", account.displayName)
    values.add("email", account.email)
    values.add("disabled", account.isDisabled ? "1" : nil)
    for (index, grant) in account.grants.enumerated() {
      values.add("role-\(index + 1)", grant.role.rawValue)
      values.add("unit-\(index + 1)", units.first { $0.unit.id == grant.unitID }?.unit.code)
    }
    return values
  }

  /// The account typed.
  static func read(_ values: Values, units: [UnitLine]) throws -> AccountForm {
    var grants: [RoleGrant] = []
    for index in 1...40 {
      guard let role = Role(rawValue: values.text("role-\(index)")) else { continue }
      let code = values.text("unit-\(index)")
      let unit = role.isAdministrationWide ? units.first : units.first { $0.unit.code == code }
      guard let unit else { continue }
      let grant = RoleGrant(role: role, unitID: unit.unit.id)
      if !grants.contains(grant) { grants.append(grant) }
    }
    guard !grants.isEmpty else { throw RiskInput.refusal([FieldProblem("role", Text.Accounts.roleNeeded)]) }
    return AccountForm(
      login: values.text("login"), displayName: values.text("displayName"), email: values.text("email"),
      grants: grants)
  }
}

/// A one-time link, shown once.
struct AccountLinkView: View {
  let frame: Frame
  let name: String
  let link: String

  /// The page.
  var node: Node {
    var head = PageHead(
      title: "\(t(Text.Accounts.linkTitle)): \(name)", room: .administration,
      crumbs: [Crumb(text: t(Text.Accounts.title), route: .accounts)])
    head.lead = p(t(Text.Accounts.linkLead), .class("warning"))
    return page(head) {
      code(link, .class("secret"), .id("link"))
      div(.class("buttons")) { a(t(Text.Accounts.backToList), .class("button"), .href(Route.accounts.path)) }
    }
  }
}
