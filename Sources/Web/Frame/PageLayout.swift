import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister

extension View {
  /// The whole page around `content`.
  func page(_ head: PageHead, @MarkupBuilder content: () -> Node) -> Node {
    let hasErrors = head.problemMessage != nil || !head.problems.isEmpty
    let name = frame.administration.name
    let windowTitle = (hasErrors ? t(Text.Frame.error) + " " : "") + head.title + " – " + name
    let inner = content()
    return document(language: language.rawValue, title: windowTitle, head: links(head)) {
      a(t(Text.Frame.skip), .class("skip"), .href("#content"))
      topBar(isSignedIn: frame.session != nil)
      if frame.administration.isSample {
        aside(.class("sample-banner"), .aria("label", t(Text.Frame.sample))) { t(Text.Frame.sampleBanner) }
      }
      div(.class("shell")) {
        if frame.session != nil { roomLinks(head.room) }
        main(.id("content"), .class(head.isWide ? "wide" : nil), .tabindex(-1)) {
          titleArea(head)
          inner
          printFoot
        }
      }
    }
  }

  private func links(_ head: PageHead) -> Node {
    fragment {
      meta(name: "color-scheme", content: "light dark")
      stylesheet(frame.assets.style)
      if let methodology = head.methodology { stylesheet(frame.assets.palette.address(for: methodology)) }
      for sheet in head.sheets { stylesheet(sheet) }
      link(rel: "icon", href: frame.assets.icon, type: "image/svg+xml")
      scriptFile(frame.assets.script)
    }
  }

  private func topBar(isSignedIn: Bool) -> Node {
    header(.class("top")) {
      if isSignedIn { a(t(Text.Frame.menu), .class("menu-link"), .href("#rooms")) }
      a(.class("brand"), .href("/")) {
        strong(frame.administration.name)
        if frame.administration.isSample { span(t(Text.Frame.sample), .class("sample-mark")) }
      }
      if isSignedIn {
        searchBox
      } else {
        span(.class("spring")) {}
      }
      if isSignedIn { noticesLink }
      a(t(Text.Frame.otherLanguage), .class("language"), .href(otherLanguage.path), .lang(other.rawValue))
      if let session = frame.session { accountMenu(session) }
    }
  }

  private var noticesLink: Node {
    a(.class("bell"), .href(Route.oversight(.notices(unread: false)).path)) {
      t(Text.Notices.title)
      if frame.unread > 0 {
        " "
        span(count(frame.unread), .class("n"))
        span(" " + t(Text.Notices.unread), .class("hidden"))
      }
    }
  }

  private var other: Language { language == .turkish ? .english : .turkish }
  private var otherLanguage: Route { .language(other, next: frame.address) }

  private var searchBox: Node {
    form(.class("search"), .method("get"), .action("/risks"), .role("search")) {
      label(t(Text.Frame.search), .class("hidden"), .for("search"))
      input(
        .type("search"), .id("search"), .name("q"), .placeholder(t(Text.Frame.searchHint)), .maxlength(200),
        .autocomplete("off"))
      button(t(Text.Frame.searchButton), .type("submit"), .class("quiet"))
    }
  }

  private func accountMenu(_ session: Session) -> Node {
    details(.class("account")) {
      summary(session.account.displayName)
      div(.class("account-menu")) {
        p(session.account.login, .class("muted"))
        a(t(Text.Frame.password), .href(Route.passwordForm.path))
        form(.method("post"), .action(Route.signOut.path)) {
          token
          button(t(Text.Frame.signOut), .type("submit"), .class("link"))
        }
      }
    }
  }

  private func titleArea(_ head: PageHead) -> Node {
    fragment {
      if !head.crumbs.isEmpty {
        nav(.class("crumbs"), .aria("label", t(Text.Frame.breadcrumb))) {
          ol {
            for crumb in head.crumbs { li { a(crumb.text, .href(crumb.route.path)) } }
          }
        }
      }
      if let done = frame.done { p(t(done.text), .class("done"), .role("status")) }
      errorSummary(head)
      div(.class("title")) {
        if !head.hidesTitle { h1(head.title) }
        div(.class("title-actions")) { head.actions }
      }
      head.lead
    }
  }

  private func errorSummary(_ head: PageHead) -> Node {
    guard head.problemMessage != nil || !head.problems.isEmpty else { return .empty }
    return div(.class("error-summary"), .role("alert"), .id("errors"), .tabindex(-1)) {
      h2(head.problemMessage ?? t(Text.Frame.errorSummary))
      if !head.problems.isEmpty {
        ul {
          for problem in head.problems { li { a(t(problem.message), .href("#f-" + problem.field)) } }
        }
      }
    }
  }

  private var printFoot: Node {
    p(.class("print-only")) {
      frame.administration.name
      " · "
      t(Text.Frame.printed)
      " "
      Figures.day(frame.today, language)
    }
  }
}
