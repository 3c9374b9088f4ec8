import GuvenceApplication
import GuvenceCore
import GuvenceHTTPServer
import GuvenceMarkup
import GuvenceRegister

extension WebApplication {
  /// Accounts: list, add, edit, password links.
  func accounts(_ visit: Visit) throws -> Response {
    switch visit.route {
    case .newAccount: return visit.page(try accountForm(FormState(), nil, visit))
    case .addAccount: return try addAccount(visit)
    case .editAccountForm(let id):
      let account = try account(id, visit)
      let values = AccountFormView.values(of: account, units: try app.units(by: try visit.actor))
      return visit.page(try accountForm(FormState(values), account, visit))
    case .editAccount(let id): return try editAccount(id, visit)
    case .accountLink(let id):
      let account = try account(id, visit)
      let token = try app.newPasswordLink(for: id, by: try visit.actor)
      return linkPage(account, token, visit)
    default:
      let actor = try visit.actor
      return visit.page(
        AccountsView(frame: visit.frame, accounts: try app.accounts(by: actor), units: try app.units(by: actor)).node)
    }
  }

  private func account(_ id: Identifier<Account>, _ visit: Visit) throws -> Account {
    guard let account = try app.accounts(by: try visit.actor).first(where: { $0.id == id }) else {
      throw Problem(.notFound, Text.Refusal.notFound)
    }
    return account
  }

  private func accountForm(_ state: FormState, _ account: Account?, _ visit: Visit) throws -> Node {
    let actor = try visit.actor
    try visit.require(.manageAccounts)
    return AccountFormView(
      frame: visit.frame, state: state, units: try app.units(by: actor), editing: account
    ).node
  }

  private func addAccount(_ visit: Visit) throws -> Response {
    try visit.submit(
      form: { try accountForm($0, nil, visit) },
      action: {
        let actor = try visit.actor
        let form = try AccountFormView.read(visit.values, units: try app.units(by: actor))
        let made = try app.createAccount(form, by: actor)
        return linkPage(made.account, made.link, visit)
      })
  }

  private func editAccount(_ id: Identifier<Account>, _ visit: Visit) throws -> Response {
    try visit.submit(
      form: { try accountForm($0, try account(id, visit), visit) },
      action: {
        let actor = try visit.actor
        let form = try AccountFormView.read(visit.values, units: try app.units(by: actor))
        _ = try app.editAccount(
          id, form, isDisabled: visit.values["disabled"] == "1", version: visit.version, by: actor)
        return .redirect(Done.saved.after(.accounts))
      })
  }

  private func linkPage(_ account: Account, _ token: String, _ visit: Visit) -> Response {
    let link = visit.absoluteAddress(.passwordLinkForm(token: token))
    return visit.page(AccountLinkView(frame: visit.frame, name: account.displayName, link: link).node)
  }
}
