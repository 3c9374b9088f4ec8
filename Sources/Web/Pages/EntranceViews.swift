import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister

/// Signing in.
struct SignInView: View {
  let frame: Frame
  let state: FormState
  /// Where to go afterwards.
  let next: String
  /// A form that waits for the session to be renewed.
  var held: HeldForm?

  /// The page.
  var node: Node {
    var head = PageHead(title: t(Text.Entrance.signIn))
    if held != nil { head.lead = p(t(Text.Entrance.heldNote), .class("warning")) }
    state.report(in: &head, language)
    return page(head) {
      form(.method("post"), .action(Route.signIn.path), .novalidate()) {
        token
        hiddenField("next", next)
        if let held { held.carried }
        textField(
          "login", Text.Entrance.login, in: state, isShort: true, isRequired: true, maximum: 100,
          .autocomplete("username"), Attribute("autocapitalize", "none"), Attribute("spellcheck", "false"),
          .autofocus(!state.isRefused))
        passwordField("password", Text.Entrance.password, in: state, isNew: false)
        div(.class("buttons")) { button(t(Text.Entrance.signIn), .type("submit"), .class("primary")) }
      }
      p(t(Text.Entrance.aboutLine), .class("foot-note"))
      p { a(t(Text.Concerns.title), .href(Route.concern(.form).path)) }
    }
  }
}

/// The first account of a new database.
struct SetupView: View {
  let frame: Frame
  let state: FormState
  let setupToken: String

  /// The page.
  var node: Node {
    var head = PageHead(title: t(Text.Entrance.setupTitle))
    head.lead = p(t(Text.Entrance.setupLead))
    state.report(in: &head, language)
    return page(head) {
      form(.method("post"), .action(Route.setup(token: setupToken).path), .novalidate()) {
        token
        textField(
          "displayName", Text.Entrance.displayName, in: state, isShort: true, isRequired: true, maximum: 120,
          .autocomplete("name"))
        textField(
          "login", Text.Entrance.login, in: state, hint: Text.Entrance.loginHint, isShort: true, isRequired: true,
          maximum: 100, .autocomplete("username"), Attribute("autocapitalize", "none"))
        NewPassword(frame: frame, state: state).node
        div(.class("buttons")) { button(t(Text.Entrance.create), .type("submit"), .class("primary")) }
      }
    }
  }
}

/// A password set by a one-time link.
struct PasswordLinkView: View {
  let frame: Frame
  let state: FormState
  let linkToken: String
  let account: Account

  /// The page.
  var node: Node {
    var head = PageHead(title: t(Text.Entrance.linkTitle))
    head.lead = p {
      t(Text.Entrance.linkFor) + " "
      strong("\(account.displayName) (\(account.login))")
    }
    state.report(in: &head, language)
    return page(head) {
      form(.method("post"), .action(Route.passwordLink(token: linkToken).path), .novalidate()) {
        token
        input(
          .type("text"), .class("hidden"), .name("username"), .value(account.login), .autocomplete("username"),
          .readonly(), .tabindex(-1), .aria("hidden", true))
        NewPassword(frame: frame, state: state).node
        div(.class("buttons")) { button(t(Text.Entrance.setPassword), .type("submit"), .class("primary")) }
      }
    }
  }
}

/// Changing one's own password.
struct ChangePasswordView: View {
  let frame: Frame
  let state: FormState

  /// The page.
  var node: Node {
    var head = PageHead(title: t(Text.Entrance.changeTitle))
    state.report(in: &head, language)
    return page(head) {
      form(.method("post"), .action(Route.changePassword.path), .novalidate()) {
        token
        passwordField("current", Text.Entrance.current, in: state, isNew: false)
        NewPassword(frame: frame, state: state).node
        div(.class("buttons")) { button(t(Text.Entrance.change), .type("submit"), .class("primary")) }
      }
    }
  }
}

/// A new password, typed twice.
struct NewPassword: View {
  let frame: Frame
  let state: FormState

  /// Both fields.
  var node: Node {
    fragment {
      passwordField(
        "password", Text.Entrance.newPassword, in: state, hint: Text.Entrance.passwordHint, isNew: true)
      passwordField("password-again", Text.Entrance.repeatPassword, in: state, isNew: true)
    }
  }

  /// The password typed; refuses two that differ.
  static func read(_ values: Values) throws -> String {
    let password = values["password"] ?? ""
    guard password == values["password-again"] else {
      throw RiskInput.refusal([FieldProblem("password-again", Text.Entrance.repeatWrong)])
    }
    return password
  }
}
