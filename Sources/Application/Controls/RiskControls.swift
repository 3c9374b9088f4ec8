import GuvenceCore
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

extension App {
  /// The controls of a risk and what they suggest, now or as it stood at the end of `asOf`.
  public func controls(ofRisk reference: String, asOf: Day? = nil, by actor: Actor) throws -> RiskControls {
    try read { connection in
      let moment = asOf?.endInIstanbul
      let access = try Access(actor, before: moment, connection)
      let live = try find(reference, access, connection)
      let risk = try asOf.flatMap { try RegisterHistory.risk(live.id, at: .day($0), connection) } ?? live
      let current = try assessment(of: risk, asOf: asOf, connection)
      let view = try ControlView(self, day: asOf ?? today, before: moment, connection)
      let lines = try view.lines(of: risk, access, connection)
      let suggestion = current.flatMap { view.suggestion(for: risk, $0.inherent, lines) }
      let methodology =
        try current.flatMap { try self.methodology(digest: $0.ruleDigest, connection) }
        ?? self.methodology(connection, on: asOf ?? today, before: moment)
      let mayEdit = asOf == nil && risk.retiredOn == nil
      return RiskControls(
        lines: lines, method: view.method, choice: view.choice, suggestion: suggestion,
        score: suggestion.flatMap { App.score($0, under: methodology, on: asOf ?? today) }, chosen: current?.residual,
        written: App.pieces(risk.details.controls),
        mayLink: mayEdit && access.allows(.editRisk, in: risk.details.unitID),
        mayAdopt: mayEdit && suggestion?.isComplete == true && access.allows(.assess, in: risk.details.unitID))
    }
  }

  /// Makes the suggestion the risk's assessment: inherent pair as it is, residual as suggested, the target where it still
  /// fits, with the method and the controls as the reason. `version` is the risk's.
  public func adoptSuggestion(_ reference: String, version: Int, by actor: Actor) throws -> Assessment {
    let controls = try controls(ofRisk: reference, by: actor)
    let current = try risk(reference, by: actor).history.first
    guard let suggestion = controls.suggestion, let likelihood = suggestion.likelihood, let impact = suggestion.impact,
      let current
    else { throw App.noSuggestion(controls.suggestion?.unknown.first) }
    let residual = ScoreInput(likelihood: likelihood, impact: impact)
    var input = AssessmentInput(inherent: current.inherent.asInput, residual: residual)
    if let target = current.target, let score = controls.score,
      (target.score ?? target.levelRank) <= (score.value ?? score.level.rank)
    {
      input.target = target.asInput
    }
    input.reason = App.adoptionReason(controls, suggestion)
    return try assess(reference, input, version: version, by: actor)
  }

  /// Chooses the method by which controls lower a risk, from a day on that is not past.
  public func chooseControlEffect(
    _ method: ControlEffectMethod, from day: Day? = nil, reason: String, by actor: Actor
  ) throws -> ControlEffectChoice {
    let (today, reason) = (today, String(reason.tidy.prefix(2000)))
    var problems: [FieldProblem] = []
    if let day, day < today {
      problems.append(
        FieldProblem("from", Localized("Yöntem geçmişe yürümez.", "A method cannot hold from a past day.")))
    }
    if reason.isEmpty {
      problems.append(FieldProblem("reason", Localized("Gerekçeyi yazın.", "Give the reason.")))
    }
    try Problem.throwIfAny(problems)
    return try write("control-effect-choose", by: actor) { connection, stamp in
      try Access(actor, connection).requireAnywhere(.chooseMethodology)
      let made = try ControlEffectTable.insert(
        method, from: day ?? today, reason: reason, at: stamp.at, by: stamp.actor, connection)
      try Journal.append(stamp, after: .controlEffectChoice(made), connection)
      return made
    }
  }

  /// The method in force today, and every choice made so far, newest first.
  public func controlEffect(by actor: Actor) throws -> (method: ControlEffectMethod, choices: [ControlEffectChoice]) {
    try read { connection in
      try Access(actor, connection).requireAnywhere(.read)
      let view = try ControlView(self, day: today, before: nil, connection)
      return (view.method, try ControlEffectTable.all(connection).reversed())
    }
  }

  /// What the controls of `risk` suggest for an inherent pair that is about to be saved.
  func suggestion(
    for risk: Risk, _ inherent: JudgedPair, on day: Day, _ access: Access, _ connection: Connection
  ) throws -> ResidualSuggestion? {
    let view = try ControlView(self, day: day, before: nil, connection)
    return view.suggestion(for: risk, inherent, try view.lines(of: risk, access, connection))
  }

  /// The assessment of `risk` that holds, or that held at the end of `asOf` as far as was known then.
  func assessment(of risk: Risk, asOf: Day?, _ connection: Connection) throws -> Assessment? {
    guard let asOf else { return try risk.currentAssessmentID.flatMap { try AssessmentTable.find($0, connection) } }
    let end = asOf.endInIstanbul
    return try RegisterHistory.assessments(of: risk.id, at: .day(asOf), connection).first { $0.recordedAt < end }
  }

  private static func score(_ suggestion: ResidualSuggestion, under methodology: Methodology, on day: Day) -> Score? {
    guard let likelihood = suggestion.likelihood, let impact = suggestion.impact else { return nil }
    return try? GuvenceRules.score(
      ScoreInput(likelihood: likelihood, impact: impact), under: methodology, on: day)
  }

  private static func adoptionReason(_ controls: RiskControls, _ suggestion: ResidualSuggestion) -> String {
    let parts = controls.lines.filter { $0.control.retiredOn == nil }
      .map { "\($0.control.code) %\($0.link.share) \(TurkishText.lowercase($0.link.factor.name.turkish))" }
    return "Kontrollerin önerisi benimsendi: \(suggestion.method.name.turkish); \(parts.joined(separator: ", ")) → "
      + suggestion.text
  }

  private static func noSuggestion(_ why: Localized?) -> Problem {
    let (turkish, english) = (why.map { " (\($0.turkish))" } ?? "", why.map { " (\($0.english))" } ?? "")
    return Problem(
      .conflict, Localized("Benimsenecek tam bir öneri yok\(turkish).", "There is no complete suggestion\(english)."))
  }

  /// Free text at a risk as single controls: parted by semicolons and line ends.
  private static func pieces(_ text: String) -> [String] {
    text.split { $0 == ";" || $0.isNewline }.map { $0.trimmed }.filter { !$0.isEmpty }
  }
}

/// What was known of controls on a day, before a moment.
struct ControlView {
  let method: ControlEffectMethod
  let choice: ControlEffectChoice?
  private let rules: ControlEffectRules
  private let day: Day
  private let moment: Instant?

  init(_ app: App, day: Day, before moment: Instant?, _ connection: Connection) throws {
    (self.day, self.moment) = (day, moment)
    rules = try app.controlRules(on: day)
    choice = ControlEffectChoice.inForce(
      try ControlEffectTable.all(connection), on: day, before: moment ?? Instant(milliseconds: .max))
    method = try choice?.method ?? app.methodology(connection, on: day, before: moment).controlEffect
  }

  /// The controls linked to `risk`.
  func lines(of risk: Risk, _ access: Access, _ connection: Connection) throws -> [RiskControls.Line] {
    let links = try ControlLinkTable.all(ofRisk: risk.id, connection).compactMap { $0.standing(before: moment) }
    return try links.compactMap { link in
      let found =
        try moment.map { try ControlTable.find(link.controlID, before: $0, connection) }
        ?? ControlTable.find(link.controlID, connection)
      guard let control = found else { return nil }
      var known = try ControlTestTable.all(of: control.id, connection)
      if let moment { known.removeAll { $0.recordedAt >= moment } }
      return RiskControls.Line(
        control: control, link: link, standing: ControlStanding(control, tests: known, rules: rules, on: day),
        mayOpen: access.allows(.read, in: control.details.unitID))
    }
  }

  /// What `lines` suggest for an inherent pair; `nil` where no open control is linked, and for opportunities, which
  /// controls are not meant to lower.
  func suggestion(for risk: Risk, _ inherent: JudgedPair, _ lines: [RiskControls.Line]) -> ResidualSuggestion? {
    let active = lines.filter { $0.control.retiredOn == nil }
    guard !active.isEmpty, risk.details.kind == .threat else { return nil }
    return ResidualSuggestion(
      likelihood: inherent.likelihood, impact: inherent.impact,
      controls: active.map {
        EffectiveControl(
          code: $0.control.code, share: $0.link.share, factor: $0.link.factor, standing: $0.standing)
      }, method: method, rules: rules)
  }
}

extension JudgedPair {
  /// The pair as it was entered.
  var asInput: ScoreInput {
    impactByDimension.isEmpty
      ? ScoreInput(likelihood: likelihood, impact: impact)
      : ScoreInput(likelihood: likelihood, dimensions: impactByDimension)
  }
}
