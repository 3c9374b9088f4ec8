import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister

/// Officers and key of the confidential register.
struct ConcernOfficersView: View {
  let frame: Frame
  let state: FormState
  let officers: [Account]
  /// Fingerprint of the key in use, as reporters see it.
  let fingerprint: String

  /// The page.
  var node: Node {
    var head = PageHead(
      title: t(Text.Concerns.officersAndKey), room: .concerns,
      crumbs: [Crumb(text: t(Text.Concerns.listTitle), route: .concern(.list))])
    head.lead = p(t(Text.Concerns.officersLead))
    state.report(in: &head, language)
    return page(head) {
      ul { for officer in officers { li("\(officer.displayName) (\(officer.login))") } }
      p {
        t(Text.Concerns.fingerprint) + " "
        code(fingerprint)
      }
      h2(t(Text.Concerns.changeOfficers))
      officerForm
      h2(t(Text.Concerns.changeKey))
      p(t(Text.Concerns.changeKeyLead))
      keyForm
    }
  }

  private var officerForm: Node {
    form(.method("post"), .action(Route.concern(.nameOfficer).path), .novalidate()) {
      token
      textField(
        "officer", Text.Concerns.officerLogin, in: state, hint: Text.Concerns.officerHint, isShort: true,
        isRequired: true)
      secret("passphrase", Text.Concerns.passphrase)
      div(.class("buttons")) {
        button(t(Text.Concerns.nameOfficer), .type("submit"), .class("primary"))
        button(
          t(Text.Concerns.dismissOfficer), .type("submit"),
          .formaction(Route.concern(.dismissOfficer).path))
      }
    }
  }

  private var keyForm: Node {
    form(.method("post"), .action(Route.concern(.changeKey).path), .novalidate()) {
      token
      secret("oldPassphrase", Text.Concerns.oldPassphrase)
      secret("newPassphrase", Text.Concerns.newPassphrase, hint: Text.Concerns.newPassphraseHint)
      secret("newPassphraseAgain", Text.Concerns.newPassphraseAgain)
      div(.class("buttons")) { button(t(Text.Concerns.change), .type("submit")) }
    }
  }

  /// A passphrase: never sent back and never offered to the browser's store.
  private func secret(_ name: String, _ label: Localized, hint: Localized? = nil) -> Node {
    field(name, label, in: state, hint: hint, isShort: true, isRequired: true) { attributes in
      input(.type("password"), attributes, .autocomplete("off"), .maxlength(256))
    }
  }
}
