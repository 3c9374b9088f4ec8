import GuvenceApplication
import GuvenceCore
import GuvenceRegister

/// Every address of the product. What is asked (`GET`) and what changes something (`POST`) are cases of their own, so
/// the compiler asks for a handler of each. `Route(method:path:query:)` reads what `path` prints.
enum Route: Hashable, Sendable {
  // Public
  case health
  case asset(String)
  case language(Language, next: String)
  case signInForm(next: String)
  case signIn
  case setupForm(token: String)
  case setup(token: String)
  case passwordLinkForm(token: String)
  case passwordLink(token: String)
  // Session and account of one's own
  case signOut
  case passwordForm
  case changePassword
  // Reading
  case dashboard
  case register(RegisterQuery)
  case exportRegister(ExportFormat, RegisterQuery)
  case exportList(ExportList, ExportFormat, unit: String?)
  case heatMap(unit: String?, process: String? = nil, kind: RiskKind)
  case journal(entity: String?, key: String?, before: Int64?)
  case rules
  case about
  // One risk
  case newRisk(unit: String?, event: String? = nil)
  case addRisk
  case risk(String, asOf: Day?)
  case editRiskForm(String)
  case editRisk(String)
  case assessForm(String)
  case assess(String)
  case scorePreview(String)
  case retireRiskForm(String)
  case retireRisk(String)
  case reinstateRisk(String)
  // Risk indicators
  case indicator(IndicatorRoute)
  // Controls
  case control(ControlRoute)
  // Evidence files
  case evidence(EvidenceRoute)
  // Estimates and simulations
  case simulation(SimulationRoute)
  // Realised events
  case event(EventRoute)
  // Voting workshops
  case vote(VoteRoute)
  // Actions
  case action(ActionRoute)
  // Risk appetite
  case appetite(AppetiteRoute)
  // The confidential register
  case concern(ConcernRoute)
  // Wording, sharing, relations, suggestions
  case identification(IdentificationRoute)
  // Calendar, escalation, board, notices
  case oversight(OversightRoute)
  // Processes and their charts
  case process(ProcessRoute)
  // Imports
  case imports
  case upload
  case importPreview(Int64)
  case importMapping(Int64)
  case confirmImport(Int64)
  case discardImport(Int64)
  case importJob(String)
  // Units
  case units
  case newUnit(parent: String?)
  case addUnit
  case editUnitForm(String)
  case editUnit(String)
  case retireUnitForm(String)
  case retireUnit(String)
  case reinstateUnit(String)
  // Accounts
  case accounts
  case newAccount
  case addAccount
  case editAccountForm(Identifier<Account>)
  case editAccount(Identifier<Account>)
  case accountLink(Identifier<Account>)
  // Reports
  case reports
  case consolidatedReport(period: Period?, unit: String?)
  case consolidatedWorkbook(period: Period?, unit: String?)
  // Methodologies
  case methods
  case addMethod
  case method(String)
  case methodText(String)
  case publishMethod(String)
  case undoMethodForm(Int64)
  case undoMethod(Int64)

  /// Whether it may be asked for without a session.
  var isPublic: Bool {
    switch self {
    case .health, .asset, .language, .signInForm, .signIn, .setupForm, .setup, .passwordLinkForm, .passwordLink: true
    case .concern(let route): route.isForReporters
    default: false
    }
  }
}
