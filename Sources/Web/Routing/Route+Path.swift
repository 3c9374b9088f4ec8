import GuvenceCore
import GuvenceRegister

extension Route {
  /// The address, percent-encoded, with its query.
  var path: String {
    switch self {
    case .health: "/health"
    case .asset(let name): "/static/" + PercentCode.encode(name)
    case .language(let language, let next): "/dil/\(language.rawValue)" + Route.query(("next", Route.unlessRoot(next)))
    case .signInForm(let next): "/session" + Route.query(("next", Route.unlessRoot(next)))
    case .signIn: "/session"
    case .signOut: "/session/end"
    case .setupForm(let token), .setup(let token): "/setup/" + PercentCode.encode(token)
    case .passwordLinkForm(let token), .passwordLink(let token): "/password/" + PercentCode.encode(token)
    case .passwordForm, .changePassword: "/password"
    case .dashboard: "/"
    case .register(let query): "/risks" + query.values.query
    case .exportRegister(let format, let query): "/exports/risks.\(format.rawValue)" + query.values.query
    case .exportList(let list, let format, let unit):
      "/exports/\(list.rawValue).\(format.rawValue)" + Route.query(("unit", unit))
    case .heatMap(let unit, let process, let kind):
      "/heat-map" + Route.query(("unit", unit), ("process", process), ("kind", kind == .threat ? nil : kind.rawValue))
    case .journal(let entity, let key, let before):
      "/journal" + Route.query(("entity", entity), ("key", key), ("before", before.map { String($0) }))
    case .rules: "/rules"
    case .about: "/about"
    case .newRisk, .addRisk, .risk, .editRiskForm, .editRisk, .assessForm, .assess, .scorePreview, .retireRiskForm,
      .retireRisk, .reinstateRisk:
      riskPath
    case .indicator(let route): route.path
    case .appetite(let route): route.path
    case .control(let route): route.path
    case .identification(let route): route.path
    case .action(let route): route.path
    case .evidence(let route): route.path
    case .event(let route): route.path
    case .simulation(let route): route.path
    case .oversight(let route): route.path
    case .process(let route): route.path
    case .vote(let route): route.path
    case .concern(let route): route.path
    case .imports, .upload, .importPreview, .importMapping, .confirmImport, .discardImport, .importJob: importPath
    case .units, .newUnit, .addUnit, .editUnitForm, .editUnit, .retireUnitForm, .retireUnit, .reinstateUnit: unitPath
    case .accounts, .addAccount: "/accounts"
    case .newAccount: "/accounts/new"
    case .editAccountForm(let id): "/accounts/\(id)/edit"
    case .editAccount(let id): "/accounts/\(id)"
    case .accountLink(let id): "/accounts/\(id)/password-links"
    case .methods, .addMethod: "/methods"
    case .method(let id): Route.method(id)
    case .methodText(let id): Route.method(id) + "/text"
    case .publishMethod(let id): Route.method(id) + "/publications"
    case .undoMethodForm(let id), .undoMethod(let id): "/method-changes/\(id)/undo"
    case .reports: "/reports"
    case .consolidatedReport(let period, let unit):
      "/reports/consolidated" + Route.query(("period", period?.description), ("unit", unit))
    case .consolidatedWorkbook(let period, let unit):
      "/reports/consolidated.xlsx" + Route.query(("period", period?.description), ("unit", unit))
    }
  }

  private var riskPath: String {
    switch self {
    case .newRisk(let unit, let event): "/risks/new" + Route.query(("unit", unit), ("event", event))
    case .addRisk: "/risks"
    case .risk(let reference, let asOf):
      Route.risk(reference) + Route.query(("as-of", asOf?.description))
    case .editRisk(let reference): Route.risk(reference)
    case .editRiskForm(let reference): Route.risk(reference) + "/edit"
    case .assessForm(let reference): Route.risk(reference) + "/assessments/new"
    case .assess(let reference): Route.risk(reference) + "/assessments"
    case .scorePreview(let reference): Route.risk(reference) + "/score-preview"
    case .retireRiskForm(let reference), .retireRisk(let reference): Route.risk(reference) + "/retirement"
    case .reinstateRisk(let reference): Route.risk(reference) + "/reinstatement"
    default: "/risks"
    }
  }

  private var importPath: String {
    switch self {
    case .importPreview(let id): "/imports/\(id)"
    case .importMapping(let id): "/imports/\(id)/mapping"
    case .confirmImport(let id): "/imports/\(id)/confirmation"
    case .discardImport(let id): "/imports/\(id)/withdrawal"
    case .importJob(let key): "/imports/jobs/" + PercentCode.encode(key)
    default: "/imports"
    }
  }

  private var unitPath: String {
    switch self {
    case .newUnit(let parent): "/units/new" + Route.query(("parent", parent))
    case .editUnitForm(let code): Route.unit(code) + "/edit"
    case .editUnit(let code): Route.unit(code)
    case .retireUnitForm(let code), .retireUnit(let code): Route.unit(code) + "/retirement"
    case .reinstateUnit(let code): Route.unit(code) + "/reinstatement"
    default: "/units"
    }
  }

  /// A segment that may be any text. Signs that a path cannot carry, and the first sign of what would read like a word of
  /// the route table, are written `~` and two hexadecimal digits; nothing at all is a bare `~`.
  static func segment(_ text: String) -> String {
    if text.isEmpty { return "~" }
    if text.utf8.count > 4, text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && !isEscaped($0) }) {
      return PercentCode.encode(text)
    }
    let isReserved = ["new", "jobs", ".", ".."].contains(text)
    var escaped: [UInt8] = []
    for (index, byte) in text.utf8.enumerated() {
      if byte < 0x20 || byte == 0x7F || isEscaped(byte) || (index == 0 && isReserved) {
        escaped += [UInt8(ascii: "~"), PercentCode.digit(byte >> 4), PercentCode.digit(byte & 15)]
      } else {
        escaped.append(byte)
      }
    }
    return PercentCode.encode(String(decoding: escaped, as: UTF8.self))
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "~")
  }

  /// The address of a risk's page, without making a route first: lists ask for it row by row.
  static func path(ofRisk reference: String) -> String { risk(reference) }

  private static func risk(_ reference: String) -> String { "/risks/" + segment(reference) }

  private static func method(_ id: String) -> String { "/methods/" + segment(id) }

  private static func unit(_ code: String) -> String { "/units/" + segment(code) }

  private static func unlessRoot(_ next: String) -> String? { next == "/" ? nil : next }

  private static func query(_ pairs: (String, String?)...) -> String {
    var fields = Values()
    for (name, value) in pairs { fields.add(name, value) }
    return fields.query
  }
}
