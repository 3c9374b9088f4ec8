import GuvenceApplication
import GuvenceCore
import GuvenceRegister

extension Route {
  /// What a method may ask of a path.
  enum Method: Sendable, Hashable {
    /// `GET` and `HEAD`.
    case get
    /// `POST`.
    case post
  }

  /// Reads a decoded path and the fields of its query; `nil` where the table has no such address.
  init?(_ method: Method, path: String, query: Values = Values()) {
    guard path.hasPrefix("/") else { return nil }
    let parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if parts.count > 1, parts.last == "" { return nil }
    guard let found = Route.find(method, parts, query) else { return nil }
    self = found
  }

  /// Reads an address as `path` prints it.
  init?(_ method: Method, address: String) {
    let halves = address.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard let path = PercentCode.decode(halves[0]) else { return nil }
    self.init(method, path: path, query: Values(query: halves.count > 1 ? halves[1] : ""))
  }

  private static func find(_ method: Method, _ parts: [String], _ query: Values) -> Route? {
    let rest = Array(parts.dropFirst())
    switch parts.first {
    case "risks": return risks(method, rest, query)
    case "statements", "relations", "suggestions":
      return IdentificationRoute(method, parts, query).map(Route.identification)
    case "indicators": return IndicatorRoute(method, rest, query).map(Route.indicator)
    case "controls": return ControlRoute(method, rest, query).map(Route.control)
    case "evidence": return EvidenceRoute(method, rest).map(Route.evidence)
    case "simulations": return SimulationRoute(method, rest, query).map(Route.simulation)
    case "events": return EventRoute(method, rest, query).map(Route.event)
    case "votes": return VoteRoute(method, rest, query).map(Route.vote)
    case "actions", "eylem": return ActionRoute(method, rest, query).map(Route.action)
    case "appetite", "istah": return AppetiteRoute(method, rest, query).map(Route.appetite)
    case "ihbar", "concerns": return ConcernRoute(method, parts).map(Route.concern)
    case let word? where OversightRoute.words.contains(word):
      return OversightRoute(method, parts, query).map(Route.oversight)
    case let word? where ProcessRoute.words.contains(word):
      return ProcessRoute(method, parts, query).map(Route.process)
    case "imports": return imports(method, rest)
    case "units": return units(method, rest, query)
    case "accounts": return accounts(method, rest)
    case "session", "setup", "password": return entrance(method, parts, query)
    case "reports": return reports(method, rest, query)
    case "methods": return methods(method, rest)
    case "method-changes": return methodChanges(method, rest)
    default: return method == .get ? reading(parts, query) : nil
    }
  }

  private static func reading(_ parts: [String], _ query: Values) -> Route? {
    switch (parts.count, parts[0]) {
    case (1, ""): return .dashboard
    case (1, "health"): return .health
    case (1, "heat-map"):
      return .heatMap(
        unit: query.nonEmpty("unit"), process: query.nonEmpty("process"),
        kind: query["kind"].flatMap(RiskKind.init(rawValue:)) ?? .threat)
    case (1, "journal"):
      return .journal(
        entity: query.nonEmpty("entity"), key: query.nonEmpty("key"), before: query["before"].flatMap { Int64($0) })
    case (1, "rules"): return .rules
    case (1, "about"): return .about
    case (2, "static"): return .asset(parts[1])
    case (2, "dil"): return Language(rawValue: parts[1]).map { .language($0, next: query.next) }
    case (2, "exports"):
      let words = parts[1].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      guard words.count == 2, let format = ExportFormat(rawValue: words[1]) else { return nil }
      if words[0] == "risks" { return .exportRegister(format, RegisterQuery(query)) }
      return ExportList(rawValue: words[0]).map { .exportList($0, format, unit: query.nonEmpty("unit")) }
    default: return nil
    }
  }

  private static func entrance(_ method: Method, _ parts: [String], _ query: Values) -> Route? {
    switch (method, parts[0], parts.count) {
    case (.get, "session", 1): return .signInForm(next: query.next)
    case (.post, "session", 1): return .signIn
    case (.post, "session", 2) where parts[1] == "end": return .signOut
    case (.get, "setup", 2): return .setupForm(token: parts[1])
    case (.post, "setup", 2): return .setup(token: parts[1])
    case (.get, "password", 1): return .passwordForm
    case (.post, "password", 1): return .changePassword
    case (.get, "password", 2): return .passwordLinkForm(token: parts[1])
    case (.post, "password", 2): return .passwordLink(token: parts[1])
    default: return nil
    }
  }

  private static func risks(_ method: Method, _ parts: [String], _ query: Values) -> Route? {
    guard let first = parts.first else { return method == .get ? .register(RegisterQuery(query)) : .addRisk }
    if first == "new" {
      guard method == .get, parts.count == 1 else { return nil }
      return .newRisk(unit: query.nonEmpty("unit"), event: query.nonEmpty("event"))
    }
    guard let reference = plain(first) else { return nil }
    switch (method, parts.dropFirst().joined(separator: "/")) {
    case (.get, ""): return .risk(reference, asOf: query["as-of"].flatMap(dayFromField))
    case (.post, ""): return .editRisk(reference)
    case (.get, "edit"): return .editRiskForm(reference)
    case (.get, "assessments/new"): return .assessForm(reference)
    case (.post, "assessments"): return .assess(reference)
    case (.post, "score-preview"): return .scorePreview(reference)
    case (.get, "retirement"): return .retireRiskForm(reference)
    case (.post, "retirement"): return .retireRisk(reference)
    case (.post, "reinstatement"): return .reinstateRisk(reference)
    case (_, let rest): return IdentificationRoute(method, risk: reference, rest).map(Route.identification)
    }
  }

  private static func imports(_ method: Method, _ parts: [String]) -> Route? {
    guard let first = parts.first else { return method == .get ? .imports : .upload }
    if first == "jobs" { return method == .get && parts.count == 2 ? .importJob(parts[1]) : nil }
    guard let id = Identifier<ImportPreview>(first)?.rawValue else { return nil }
    switch (method, parts.dropFirst().joined(separator: "/")) {
    case (.get, ""): return .importPreview(id)
    case (.post, "mapping"): return .importMapping(id)
    case (.post, "confirmation"): return .confirmImport(id)
    case (.post, "withdrawal"): return .discardImport(id)
    default: return nil
    }
  }

  private static func units(_ method: Method, _ parts: [String], _ query: Values) -> Route? {
    guard let first = parts.first else { return method == .get ? .units : .addUnit }
    if first == "new" {
      return method == .get && parts.count == 1 ? .newUnit(parent: query.nonEmpty("parent")) : nil
    }
    guard let code = plain(first) else { return nil }
    switch (method, parts.dropFirst().joined(separator: "/")) {
    case (.post, ""): return .editUnit(code)
    case (.get, "edit"): return .editUnitForm(code)
    case (.get, "retirement"): return .retireUnitForm(code)
    case (.post, "retirement"): return .retireUnit(code)
    case (.post, "reinstatement"): return .reinstateUnit(code)
    default: return nil
    }
  }

  private static func accounts(_ method: Method, _ parts: [String]) -> Route? {
    guard let first = parts.first else { return method == .get ? .accounts : .addAccount }
    if first == "new" { return method == .get && parts.count == 1 ? .newAccount : nil }
    guard let id = Identifier<Account>(first) else { return nil }
    switch (method, parts.dropFirst().joined(separator: "/")) {
    case (.post, ""): return .editAccount(id)
    case (.get, "edit"): return .editAccountForm(id)
    case (.post, "password-links"): return .accountLink(id)
    default: return nil
    }
  }

  private static func methods(_ method: Method, _ parts: [String]) -> Route? {
    guard let first = parts.first else { return method == .get ? .methods : .addMethod }
    guard let id = plain(first) else { return nil }
    switch (method, parts.dropFirst().joined(separator: "/")) {
    case (.get, ""): return .method(id)
    case (.get, "text"): return .methodText(id)
    case (.post, "publications"): return .publishMethod(id)
    default: return nil
    }
  }

  private static func methodChanges(_ method: Method, _ parts: [String]) -> Route? {
    guard parts.count == 2, parts[1] == "undo", let id = Identifier<MethodologyChange>(parts[0])?.rawValue else {
      return nil
    }
    return method == .get ? .undoMethodForm(id) : .undoMethod(id)
  }

  private static func reports(_ method: Method, _ parts: [String], _ query: Values) -> Route? {
    guard method == .get else { return nil }
    let period = query["period"].flatMap { Period($0) }
    switch (parts.count, parts.first) {
    case (0, _): return .reports
    case (1, "consolidated"): return .consolidatedReport(period: period, unit: query.nonEmpty("unit"))
    case (1, "consolidated.xlsx"): return .consolidatedWorkbook(period: period, unit: query.nonEmpty("unit"))
    default: return nil
    }
  }

  /// The reverse of `segment`; `nil` for an empty segment or a broken escape.
  static func plain(_ segment: String) -> String? {
    if segment.isEmpty { return nil }
    if segment == "~" { return "" }
    var out: [UInt8] = []
    var bytes = segment.utf8.makeIterator()
    while let byte = bytes.next() {
      guard byte == UInt8(ascii: "~") else {
        out.append(byte)
        continue
      }
      guard let high = bytes.next().flatMap(PercentCode.value), let low = bytes.next().flatMap(PercentCode.value) else {
        return nil
      }
      out.append(high << 4 | low)
    }
    return String(validating: out, as: UTF8.self)
  }
}

extension Values {
  func nonEmpty(_ name: String) -> String? { self[name].flatMap { $0.isEmpty ? nil : $0 } }

  /// Where to go after signing in or switching the language: only an address of this server.
  var next: String { SafeAddress.local(self["next"] ?? "/") }
}

/// A day as a field carries it: `2026-09-30` from a date field, `30.09.2026` typed by hand.
func dayFromField(_ text: String) -> Day? { Day(iso: text.trimmed) ?? Day(turkish: text.trimmed) }

/// Addresses that came in with a request.
enum SafeAddress {
  /// `address` where it is a path of this server, else `/`: one slash at the start, no back slash and no control
  /// character, which browsers read as a way to another host.
  static func local(_ address: String) -> String {
    let bytes = Array(address.utf8)
    guard bytes.first == UInt8(ascii: "/"), bytes.count < 2 || bytes[1] != UInt8(ascii: "/"), bytes.count <= 2000,
      bytes.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") })
    else { return "/" }
    return address
  }
}
