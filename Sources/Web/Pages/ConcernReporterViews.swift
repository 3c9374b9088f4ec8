import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister

/// The public form of a suspicion report.
struct ConcernFormView: View {
  let frame: Frame
  let state: FormState
  let intake: ConcernIntake

  /// The page.
  var node: Node {
    var head = PageHead(title: t(Text.Concerns.title))
    head.lead = p(t(Text.Concerns.lead))
    state.report(in: &head, language)
    return page(head) {
      if intake.isOpen {
        ul(.class("promises")) { for line in Text.Concerns.promises { li(t(line)) } }
        p { a(t(Text.Concerns.followLink), .href(Route.concern(.followForm).path)) }
        form(.method("post"), .action(Route.concern(.submit).path), .novalidate(), .autocomplete("off")) {
          token
          textField("subject", Text.Concerns.subject, in: state, maximum: 200)
          textArea("text", Text.Concerns.text, in: state, hint: Text.Concerns.textHint, isRequired: true, rows: 8)
          textField("name", Text.Concerns.name, in: state, maximum: 200)
          textField("contact", Text.Concerns.contact, in: state, hint: Text.Concerns.contactHint, maximum: 200)
          div(.class("buttons")) { button(t(Text.Concerns.send), .type("submit"), .class("primary")) }
        }
        p(.class("foot-note")) {
          t(Text.Concerns.fingerprint) + " "
          code(intake.fingerprint)
        }
      } else {
        p(t(Text.Concerns.notOpen), .class("empty"))
      }
    }
  }
}

/// The receipt code, shown once.
struct ConcernReceiptView: View {
  let frame: Frame
  let code: String

  /// The page.
  var node: Node {
    var head = PageHead(title: t(Text.Concerns.received))
    head.lead = p(t(Text.Concerns.receivedLead), .class("warning"))
    return page(head) {
      p(t(Text.Concerns.code))
      p { GuvenceMarkup.code(code, .class("receipt"), .id("receipt")) }
      p(t(Text.Concerns.codeUse))
      p { a(t(Text.Concerns.follow), .href(Route.concern(.followForm).path)) }
    }
  }
}

/// Following a report with its receipt code: first the code, then state, messages and an answer.
struct ConcernFollowView: View {
  let frame: Frame
  let state: FormState
  /// The code as typed and what it opens; `nil` before.
  let thread: (code: String, content: ConcernThread)?

  /// The page.
  var node: Node {
    var head = PageHead(
      title: t(Text.Concerns.follow), crumbs: [Crumb(text: t(Text.Concerns.title), route: .concern(.form))])
    state.report(in: &head, language)
    return page(head) {
      if let thread {
        show(thread.content)
        if thread.content.mayReply { answer(thread.code) }
      } else {
        form(.method("post"), .action(Route.concern(.follow).path), .novalidate()) {
          token
          textField(
            "code", Text.Concerns.code, in: state, hint: Text.Concerns.codeHint, isShort: true, isRequired: true,
            maximum: 60, .autocomplete("off"), Attribute("autocapitalize", "characters"),
            Attribute("spellcheck", "false"))
          div(.class("buttons")) { button(t(Text.Common.show), .type("submit"), .class("primary")) }
        }
      }
    }
  }

  private func show(_ content: ConcernThread) -> Node {
    fragment {
      dl(.class("facts")) {
        dt(t(Text.Concerns.receivedOn))
        dd { dayNode(content.receivedOn) }
        dt(t(Text.Concerns.state))
        dd(t(content.status.name))
      }
      h2(t(Text.Concerns.thread))
      ConcernMessages(frame: frame, messages: content.messages, reporter: Text.Concerns.you).node
    }
  }

  private func answer(_ code: String) -> Node {
    form(.method("post"), .action(Route.concern(.reply).path), .novalidate()) {
      token
      hiddenField("code", code)
      textArea("text", Text.Concerns.reply, in: state, isRequired: true, rows: 4)
      div(.class("buttons")) { button(t(Text.Concerns.sendReply), .type("submit"), .class("primary")) }
    }
  }
}

/// Messages of a report, oldest first.
struct ConcernMessages: View {
  let frame: Frame
  let messages: [ConcernMessage]
  /// What the reporter is called on this page.
  let reporter: Localized

  /// The list.
  var node: Node {
    guard !messages.isEmpty else { return p(t(Text.Concerns.noMessages), .class("muted")) }
    return ol(.class("messages")) {
      for message in messages {
        li {
          p(.class("muted small")) {
            dayNode(message.madeOn)
            " · " + who(message)
            if message.kind == .note { " · " + t(Text.Concerns.note) }
            if let status = message.status { " · " + t(Text.Concerns.state) + ": " + t(status.name) }
          }
          if message.text != "" { p(message.text ?? t(Text.Concerns.unreadable), .class("message-text")) }
        }
      }
    }
  }

  private func who(_ message: ConcernMessage) -> String {
    if message.kind == .reply { return t(reporter) }
    return message.author.isEmpty ? t(Text.Concerns.officer) : message.author
  }
}
