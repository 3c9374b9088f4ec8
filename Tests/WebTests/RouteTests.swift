import GuvenceApplication
import GuvenceCore
import GuvenceRegister
import Testing

@testable import GuvenceWeb

@Suite("Every address prints and reads back")
struct RouteTests {
  static let query: RegisterQuery = {
    var query = RegisterQuery()
    query.unitCode = "İŞ/K"
    query.levels = ["high", "very-high"]
    query.states = [.aboveAppetite, .stale]
    query.cell = .init(basis: .residual, likelihood: 4, impact: 10)
    query.category = "financial"
    query.response = .transfer
    query.text = "ihale & şartname?"
    (query.sort, query.isReversed, query.page, query.pageSize) = (.nextReview, true, 3, 100)
    return query
  }()

  static let references = [
    "MH.RA.0001", "R/2024/1", "Şİ ğü-1", "new", "~new", "jobs", "..", "", "a?b#c%20", "100%", "x\\y", "edit",
  ]

  static let identifying: [IdentificationRoute] = [
    .statements(unit: nil), .statements(unit: "İŞ"), .relations(unit: "MH"), .relations(unit: nil),
    .suggestions(unit: nil, directorate: nil), .suggestions(unit: "MH", directorate: "parks"),
  ]

  static let indicatorsAsked: [IndicatorRoute] =
    [
      .list(IndicatorQuery()), .list(IndicatorQuery(unitCode: "İŞ", state: .overdue)), .catalog, .importForm,
      .export(IndicatorQuery(unitCode: "MH")), .new(unit: nil, risk: nil), .new(unit: "MH", risk: "MH.RA.0001"),
    ]
    + (references + ["catalog", "import", "readings.csv"]).flatMap { code -> [IndicatorRoute] in
      [
        .show(code), .show(code, asOf: Day(iso: "2026-03-01")), .editForm(code), .correctForm(code, Identifier(7)),
        .retireForm(code),
      ]
    }

  static let actionCodes = references + ["timeline", "actions.xlsx"]

  static let actionsAsked: [ActionRoute] =
    [
      .list(ActionQuery()), .list(ActionQuery(unitCode: "İŞ", state: .dueSoon)),
      .timeline(ActionQuery(state: .overdue)),
      .export(ActionQuery(unitCode: "MH")), .new(risk: nil), .new(risk: "MH.RA.0001"),
    ] + actionCodes.flatMap { [.show($0), .editForm($0)] }

  static let actionsPosted: [ActionRoute] =
    [.add] + actionCodes.flatMap { [.edit($0), .progress($0), .complete($0), .cancel($0), .control($0)] }

  static let appetiteAsked: [AppetiteRoute] =
    [
      .list(AppetiteQuery()), .list(AppetiteQuery(unitCode: "İŞ", state: .accepted)),
      .export(AppetiteQuery(unitCode: "MH")), .proposeForm, .decideForm(Identifier(7)),
    ] + references.map { .breach($0) }

  static let appetitePosted: [AppetiteRoute] =
    [.propose, .decide(Identifier(7)), .withdraw(Identifier(7))]
    + references.flatMap { [.acknowledge($0), .accept($0), .settle($0)] }

  static let indicatorsPosted: [IndicatorRoute] =
    [.adopt, .importFile, .add]
    + (references + ["catalog", "import", "readings.csv"]).flatMap { code -> [IndicatorRoute] in
      [.edit(code), .record(code), .correct(code, Identifier(7)), .retire(code), .reinstate(code)]
    }

  static let controlsAsked: [ControlRoute] =
    [
      .list(ControlQuery()), .list(ControlQuery(unitCode: "İŞ", kind: .directive, state: .untested, text: "çift onay")),
      .export(.xlsx, ControlQuery(unitCode: "MH")), .export(.csv, ControlQuery()), .method,
      .new(unit: nil, risk: nil, name: nil), .new(unit: "MH", risk: "MH.RA.0001", name: "Sayım & mutabakat"),
    ]
    + (references + ["method", "of", "export.csv", "end", "adoption"]).flatMap { code -> [ControlRoute] in
      [
        .show(code), .editForm(code), .retireForm(code), .linkForm(risk: code, control: nil),
        .linkForm(risk: code, control: "MH.KN.0001"), .unlinkForm(risk: code, control: code),
      ]
    }

  static let controlsPosted: [ControlRoute] =
    [.add, .chooseMethod]
    + (references + ["method", "of", "export.csv", "end", "adoption"]).flatMap { code -> [ControlRoute] in
      [
        .edit(code), .test(code), .retire(code), .reinstate(code), .link(risk: code), .adopt(risk: code),
        .unlink(risk: code, control: code),
      ]
    }

  /// The rooms whose addresses are an enumeration of their own; one line each.
  static let roomsAsked: [[Route]] = [
    indicatorsAsked.map(Route.indicator), appetiteAsked.map(Route.appetite), controlsAsked.map(Route.control),
    identifying.map(Route.identification),
    actionsAsked.map(Route.action),
    oversightAsked.map(Route.oversight),
    references.map { .evidence(.list(EvidenceTarget(.risk, $0))) },
    [.evidence(.list(EvidenceTarget(.controlTest, "MH.KN.0001/7")))],
    [.evidence(.content(Identifier(7))), .evidence(.withdrawForm(Identifier(7)))],
  ]

  static let roomsPosted: [[Route]] = [
    indicatorsPosted.map(Route.indicator), appetitePosted.map(Route.appetite), controlsPosted.map(Route.control),
    [.identification(.checkStatement), .identification(.adopt)],
    references.flatMap { reference -> [IdentificationRoute] in
      [.share(reference), .unshare(reference), .relate(reference), .unrelate(reference), .dismiss(reference)]
    }.map(Route.identification),
    actionsPosted.map(Route.action),
    oversightPosted.map(Route.oversight),
    references.map { .evidence(.attach(EvidenceTarget(.risk, $0))) }, [.evidence(.withdraw(Identifier(7)))],
  ]
  static let eventQuery: EventQuery = {
    var query = EventQuery(unitCode: "İŞ/K")
    (query.kind, query.isOpen, query.year, query.category) = (.nearMiss, false, 2026, "financial")
    (query.isPublicLoss, query.asOf) = (true, Day(2026, 9, 30))
    return query
  }()

  static let eventsAsked: [EventRoute] =
    [
      .list(EventQuery()), .list(eventQuery), .export(.csv, eventQuery), .export(.xlsx, EventQuery()),
      .new(unit: nil, risk: nil), .new(unit: "MH", risk: "MH.RA.0001"),
    ]
    + (references + ["events.csv"]).flatMap { code -> [EventRoute] in
      [
        .show(code), .show(code, asOf: Day(iso: "2026-03-01")), .editForm(code), .closeForm(code),
        .lessonForm(code, Identifier(7)),
      ]
    }

  static let eventsPosted: [EventRoute] =
    [.add]
    + (references + ["events.csv"]).flatMap { code -> [EventRoute] in
      [.edit(code), .close(code), .reopen(code), .addLesson(code), .editLesson(code, Identifier(7))]
    }

  static let simulationsAsked: [SimulationRoute] =
    [
      .portfolio(unit: nil), .portfolio(unit: "İŞ/K"), .compareForm(unit: nil), .compareForm(unit: "MH"),
      .show(Identifier(7), isLogarithmic: false), .show(Identifier(7), isLogarithmic: true),
      .export(.csv, Identifier(7)), .export(.xlsx, Identifier(7)),
    ] + references.flatMap { [.estimateForm($0), .clearForm($0)] }

  static let simulationsPosted: [SimulationRoute] =
    [.run, .compare, .replay(Identifier(7))] + references.flatMap { [.estimate($0), .clear($0)] }
  static let oversightAsked: [OversightRoute] =
    [
      .calendar(CalendarQuery()), .calendar(CalendarQuery(month: Period("2026-11"), unitCode: "İŞ", kind: .review)),
      .calendarFile(CalendarQuery(unitCode: "MH")), .escalations(EscalationQuery()),
      .escalations(EscalationQuery(unitCode: "MH", filter: .mine)), .escalation(7), .board, .newMeeting, .meeting(3),
      .editMeetingForm(3), .minutes(3), .decisionForm(5), .notices(unread: true), .notices(unread: false),
    ] + references.map { .reviewForm($0) }

  static let oversightPosted: [OversightRoute] =
    [
      .runEscalation, .acknowledge(7), .decide(7), .toAgenda(7), .addMeeting, .editMeeting(3), .addItem(3),
      .decideItem(3, item: 4), .withdrawItem(3, item: 4), .followDecision(5), .readNotices, .readNotice(9),
    ] + references.map { .setReview($0) }

  static let asked: [Route] =
    [
      .health, .asset("guvence.0123456789abcdef.css"), .language(.english, next: "/risks?q=a"),
      .language(.turkish, next: "/"), .signInForm(next: "/heat-map?unit=MH"), .signInForm(next: "/"),
      .setupForm(token: "abc"), .passwordLinkForm(token: "abc"), .passwordForm, .dashboard, .register(RegisterQuery()),
      .register(query), .exportRegister(.xlsx, query), .exportRegister(.csv, RegisterQuery()),
      .exportList(.shares, .xlsx, unit: nil), .exportList(.votes, .csv, unit: "İŞ"),
      .heatMap(unit: nil, kind: .threat),
      .heatMap(unit: "İŞ", kind: .opportunity), .journal(entity: "risk", key: "MH.RA.0001", before: 12),
      .journal(entity: nil, key: nil, before: nil), .rules, .about, .newRisk(unit: nil), .newRisk(unit: "MH"),
      .newRisk(unit: "MH", event: "MH.OL.0001"), .imports,
      .importPreview(12), .importJob("a1b2"), .units, .newUnit(parent: "MH"), .accounts, .newAccount,
      .editAccountForm(Identifier(3)), .reports, .consolidatedReport(period: Period("2026-Q3"), unit: "MH"),
      .consolidatedReport(period: nil, unit: nil), .consolidatedWorkbook(period: Period("2026"), unit: nil),
      .methods, .method("10x10"), .methodText("belediye-5x5"), .undoMethodForm(3),
    ]
    + references.flatMap { reference -> [Route] in
      [
        .risk(reference, asOf: nil), .risk(reference, asOf: Day(2026, 9, 30)), .editRiskForm(reference),
        .assessForm(reference), .retireRiskForm(reference), .editUnitForm(reference), .retireUnitForm(reference),
      ]
    }

  static let posted: [Route] =
    [
      .signIn, .signOut, .setup(token: "abc"), .passwordLink(token: "abc"), .changePassword, .addRisk, .upload,
      .importMapping(12), .confirmImport(12), .discardImport(12), .addUnit, .addAccount, .editAccount(Identifier(3)),
      .accountLink(Identifier(3)), .addMethod, .publishMethod("10x10"), .undoMethod(3),
    ]
    + references.flatMap { reference -> [Route] in
      [
        .editRisk(reference), .assess(reference), .scorePreview(reference), .retireRisk(reference),
        .reinstateRisk(reference), .editUnit(reference), .retireUnit(reference), .reinstateUnit(reference),
      ]
    }

  @Test(arguments: eventsAsked)
  func eventAddressesReadWhatTheyPrint(_ route: EventRoute) {
    #expect(Route(.get, address: route.path) == .event(route))
  }

  @Test(arguments: simulationsAsked)
  func simulationAddressesReadWhatTheyPrint(_ route: SimulationRoute) {
    #expect(Route(.get, address: route.path) == .simulation(route))
  }

  @Test(arguments: simulationsPosted)
  func simulationFormsReadWhatTheyPrint(_ route: SimulationRoute) {
    #expect(Route(.post, address: route.path) == .simulation(route))
  }

  @Test(arguments: eventsPosted)
  func eventFormsReadWhatTheyPrint(_ route: EventRoute) {
    #expect(Route(.post, address: route.path) == .event(route))
  }

  @Test(arguments: asked + roomsAsked.flatMap { $0 })
  func getReadsWhatItPrints(_ route: Route) {
    #expect(Route(.get, address: route.path) == route)
    #expect(route.path.utf8.allSatisfy { (0x21...0x7E).contains($0) })
  }

  @Test(arguments: posted + roomsPosted.flatMap { $0 })
  func postReadsWhatItPrints(_ route: Route) { #expect(Route(.post, address: route.path) == route) }

  @Test(arguments: [
    "", "/nothing", "/risks/", "//", "/risks//edit", "/units/MH", "/imports/0", "/imports/x", "/accounts/-1",
  ])
  func unknownAddressesAreRefused(_ path: String) { #expect(Route(.get, path: path) == nil) }

  @Test(arguments: [
    "https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/a\r\nSet-Cookie: x=1", "",
    " /",
  ])
  func nextNeverLeavesThisServer(_ address: String) { #expect(SafeAddress.local(address) == "/") }
}
