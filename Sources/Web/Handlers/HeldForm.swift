import GuvenceApplication
import GuvenceCore
import GuvenceHTTPServer
import GuvenceMarkup

/// A form that came in after its session had ended. It travels along through the sign-in page, so that nothing typed is
/// lost, and is sent again only when the person presses the button on the page that follows.
struct HeldForm: Sendable {
  /// Where the form was going: the path of a `POST` route that needs a session.
  let path: String
  /// What was typed.
  let values: Values

  private static let pathField = "held-path"
  private static let prefix = "held:"

  /// The form of a request without session; `nil` unless the browser says that it came from a page of ours.
  init?(endedSession visit: Visit) {
    guard visit.request.method == .post, visit.request.uploads.isEmpty, visit.browserSaysFromHere else { return nil }
    if case .signOut = visit.route { return nil }
    (path, values) = (visit.route.path, HeldForm.plain(visit.values))
  }

  /// The form that a sign-in form carries along.
  init?(_ values: Values) {
    guard let path = values[Self.pathField], let route = Route(.post, address: path), !route.isPublic else {
      return nil
    }
    var held = Values()
    for pair in values.pairs {
      if let name = pair.name.after(Self.prefix) { held.add(name, pair.value) }
    }
    (self.path, self.values) = (route.path, HeldForm.plain(held))
  }

  /// Hidden fields that carry it through the sign-in form.
  var carried: Node {
    fragment {
      hiddenField(Self.pathField, path)
      for pair in values.pairs { hiddenField(Self.prefix + pair.name, pair.value) }
    }
  }

  private static func plain(_ values: Values) -> Values {
    var plain = Values()
    for pair in values.pairs where pair.name != "csrf" { plain.add(pair.name, pair.value) }
    return plain
  }
}

/// After signing in again: asks whether the form that was waiting is to be sent.
struct HeldFormView: View {
  let frame: Frame
  let held: HeldForm

  /// The page.
  var node: Node {
    var head = PageHead(title: t(Text.Entrance.heldTitle))
    head.lead = p(t(Text.Entrance.heldLead))
    return page(head) {
      form(.method("post"), .action(held.path)) {
        token
        for pair in held.values.pairs { hiddenField(pair.name, pair.value) }
        div(.class("buttons")) {
          button(t(Text.Entrance.heldSend), .type("submit"), .class("primary"))
          a(t(Text.Common.cancel), .href("/"))
        }
      }
    }
  }
}
