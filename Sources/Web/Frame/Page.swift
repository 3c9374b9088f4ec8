import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister
import GuvenceRules

/// What surrounds every page: who looks, in which language, at what.
struct Frame: Sendable {
  /// The administration whose database this is.
  let administration: Administration
  /// Language of the page.
  let language: Language
  /// Who looks; `nil` on public pages.
  let session: Session?
  /// The present day in Europe/Istanbul.
  let today: Day
  /// Path and query of this page, to come back to after switching the language.
  let address: String
  /// Token of the forms: the session's, or the one of the cookie before signing in.
  let formToken: String
  /// What was just done.
  let done: Done?
  /// Addresses of style sheets and scripts.
  let assets: Assets
  /// Names of the risk categories.
  let categories: Categories
  /// How many of the person's notices are unread.
  var unread = 0
  /// The past day whose state the page shows; `nil` for today.
  var asOf: Day?

  /// The day from which the page counts.
  var shown: Day { asOf ?? today }
  /// The same frame around a page of a past day; around today's where `day` is not past.
  func showing(_ day: Day?) -> Frame {
    var copy = self
    copy.asOf = day.flatMap { $0 < today ? $0 : nil }
    return copy
  }

  /// What the person may do somewhere; the use cases decide, this only keeps dead links off the page.
  var permissions: Set<Permission> {
    Set((session?.actor.grants ?? []).flatMap { $0.role.permissions })
  }
}

/// A page or a part of one that knows the frame it stands in.
protocol View {
  /// The frame.
  var frame: Frame { get }
}

extension View {
  /// The language of the page.
  var language: Language { frame.language }
  /// `text` in the language of the page.
  func t(_ text: Localized) -> String { text(frame.language) }
  /// A count in the language of the page.
  func count(_ value: Int) -> String { Figures.count(value, frame.language) }
  /// The hidden field that every form which changes something carries.
  var token: Node { hiddenField("csrf", frame.formToken) }

  /// A day with its machine-readable form.
  func dayNode(_ day: Day) -> Node { time(Figures.day(day, language), .datetime(day.description)) }

  /// A moment with its machine-readable form.
  func momentNode(_ instant: Instant) -> Node {
    time(Figures.moment(instant, language), .datetime(instant.description))
  }
}

/// The rooms of the left side, as far as they are built.
enum Room: Sendable, CaseIterable {
  case dashboard
  case risks
  case heatMap
  case appetite
  case processes
  case controls
  case actions
  case indicators
  case events
  case simulations
  case votes
  case concerns
  case calendar
  case escalations
  case board
  case imports
  case reports
  case administration

  var name: Localized {
    switch self {
    case .dashboard: Text.Frame.dashboard
    case .risks: Text.Frame.risks
    case .heatMap: Text.Frame.heatMap
    case .appetite: Text.Appetite.title
    case .processes: Text.Processes.title
    case .controls: Text.Controls.title
    case .actions: Text.Actions.title
    case .indicators: Text.Indicators.title
    case .events: Text.Events.title
    case .simulations: Text.Simulations.title
    case .votes: Text.Votes.title
    case .concerns: Text.Concerns.listTitle
    case .calendar: Text.Calendar.title
    case .escalations: Text.Escalation.title
    case .board: Text.Board.title
    case .imports: Text.Frame.imports
    case .reports: Text.Frame.reports
    case .administration: Text.Frame.administration
    }
  }
}

/// One step of the path above the title.
struct Crumb: Sendable {
  let text: String
  let route: Route
}

/// What the title area and the head of one page hold.
struct PageHead: Sendable {
  /// Title, also of the window.
  var title: String
  /// Room it belongs to.
  var room: Room?
  /// Path above the title.
  var crumbs: [Crumb] = []
  /// Whose levels the page shows; brings their colours.
  var methodology: Methodology?
  /// What is wrong with what was typed.
  var problems: [FieldProblem] = []
  /// One sentence above the problems.
  var problemMessage: String?
  /// Buttons beside the title; the primary one first.
  var actions: Node = .empty
  /// A line below the title.
  var lead: Node = .empty
  /// Whether the content brings its own title.
  var hidesTitle = false
  /// More style sheets.
  var sheets: [String] = []
  /// The whole width rather than 1,440 px.
  var isWide = false
}
