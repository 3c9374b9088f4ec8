import GuvenceCore

/// Something a person may be allowed to do.
public enum Permission: String, Sendable, CaseIterable {
  /// Read risks, assessments, heat maps and reports.
  case read
  /// Add a risk.
  case addRisk = "add-risk"
  /// Change a risk's details.
  case editRisk = "edit-risk"
  /// Assess a risk.
  case assess
  /// Take a risk off the active register, or take it back.
  case retireRisk = "retire-risk"
  /// Share a risk with other units, or end it.
  case shareRisk = "share-risk"
  /// Import a register.
  case importRegister = "import-register"
  /// Add and change risk indicators, record and import their readings.
  case manageIndicators = "manage-indicators"
  /// Estimate a risk's frequency and loss in numbers.
  case estimateLoss = "estimate-loss"
  /// Run simulations of the estimated risks.
  case simulate
  /// Record, change and close events and their lessons.
  case manageEvents = "manage-events"
  /// Make voting sessions, chair them and accept their results.
  case chairVotes = "chair-votes"
  /// Propose statements of risk appetite.
  case proposeAppetite = "propose-appetite"
  /// Approve statements of risk appetite, and accept risks above it for a time.
  case approveAppetite = "approve-appetite"
  /// Acknowledge and close cases of risks above the appetite.
  case manageBreaches = "manage-breaches"
  /// Read who opened the confidential register and when; not what is in it.
  case readConcernLog = "read-concern-log"
  /// Add and change controls, record their tests.
  case manageControls = "manage-controls"
  /// Add and change processes, draw their charts, link steps.
  case manageProcesses = "manage-processes"
  /// Approve charts of processes, or give them back.
  case approveProcesses = "approve-processes"
  /// Add, change, complete and cancel actions, record their progress.
  case manageActions = "manage-actions"
  /// Take note of and decide escalations that wait at one's own step or below.
  case answerEscalations = "answer-escalations"
  /// Run the escalation, keep meetings, agenda and decisions of the board, write digests.
  case manageBoard = "manage-board"
  /// Read the journal of what lies in view.
  case readJournal = "read-journal"
  /// Add, change and close units.
  case manageUnits = "manage-units"
  /// Add, change and close accounts.
  case manageAccounts = "manage-accounts"
  /// Choose the methodology.
  case chooseMethodology = "choose-methodology"
  /// Back up and verify the database.
  case careForDatabase = "care-for-database"
}

extension Role {
  /// What the role allows in its unit and below. Who scores must not be who administers accounts, and auditors never
  /// write (5018 m.63–64; Kamu İç Kontrol Rehberi, roller).
  public var permissions: Set<Permission> {
    switch self {
    case .topManager:
      [
        .read, .readJournal, .chooseMethodology, .approveAppetite, .simulate, .answerEscalations, .approveProcesses,
      ]
    case .administrationCoordinator:
      [
        .read, .addRisk, .editRisk, .assess, .retireRisk, .importRegister, .readJournal, .chooseMethodology,
        .manageIndicators, .manageEvents, .chairVotes, .proposeAppetite, .manageBreaches, .estimateLoss, .simulate,
        .manageControls, .shareRisk, .manageActions, .answerEscalations, .manageBoard, .manageProcesses,
        .approveProcesses,
      ]
    case .unitCoordinator:
      [
        .read, .addRisk, .editRisk, .assess, .retireRisk, .importRegister, .readJournal, .manageIndicators,
        .manageEvents, .chairVotes, .manageBreaches, .estimateLoss, .simulate, .manageControls,
        .shareRisk, .manageActions, .answerEscalations, .manageProcesses, .approveProcesses,
      ]
    case .subUnitCoordinator:
      [
        .read, .addRisk, .editRisk, .assess, .readJournal, .manageIndicators, .manageEvents, .chairVotes,
        .manageBreaches, .estimateLoss, .manageControls, .manageActions, .manageProcesses,
      ]
    case .processOwner:
      [.read, .addRisk, .editRisk, .manageEvents, .manageControls, .manageActions, .manageProcesses]
    case .boardMember: [.read]
    case .internalAuditor: [.read, .readJournal, .readConcernLog]
    case .systemAdministrator: [.manageUnits, .manageAccounts, .readJournal, .careForDatabase]
    }
  }

  /// Whether the role is held for the whole administration only, that is at the root unit.
  public var isAdministrationWide: Bool {
    switch self {
    case .topManager, .administrationCoordinator, .boardMember, .internalAuditor, .systemAdministrator: true
    case .unitCoordinator, .subUnitCoordinator, .processOwner: false
    }
  }

  /// Name on screen.
  public var name: Localized {
    switch self {
    case .topManager: Localized("Üst yönetici", "Top manager")
    case .administrationCoordinator: Localized("İdare risk koordinatörü (İRK)", "Administration risk coordinator")
    case .unitCoordinator: Localized("Birim risk koordinatörü (BRK)", "Unit risk coordinator")
    case .subUnitCoordinator: Localized("Alt birim risk koordinatörü (ABRK)", "Sub-unit risk coordinator")
    case .processOwner: Localized("Süreç sahibi", "Process owner")
    case .boardMember: Localized("Kurul üyesi", "Board member")
    case .internalAuditor: Localized("İç denetçi", "Internal auditor")
    case .systemAdministrator: Localized("Yönetici", "System administrator")
    }
  }
}

/// The units of an administration as a tree, for scope and paths.
public struct UnitTree: Sendable {
  /// All units by number.
  public let units: [Identifier<Unit>: Unit]
  private let children: [Identifier<Unit>: [Identifier<Unit>]]

  /// A tree of `units`; children are in Turkish order of their names.
  public init(_ units: [Unit]) {
    self.units = Dictionary(units.map { ($0.id, $0) }) { first, _ in first }
    var children: [Identifier<Unit>: [Unit]] = [:]
    for unit in units { if let parent = unit.parentID { children[parent, default: []].append(unit) } }
    self.children = children.mapValues { list in
      list.sorted { TurkishText.precedes($0.name, $1.name) }.map(\.id)
    }
  }

  /// The administration itself.
  public var root: Unit? { units.values.filter { $0.parentID == nil }.min { $0.id < $1.id } }

  /// `id` and every unit below it.
  public func subtree(of id: Identifier<Unit>) -> Set<Identifier<Unit>> {
    var found: Set = [id]
    var waiting = [id]
    while let next = waiting.popLast() {
      for child in children[next] ?? [] where found.insert(child).inserted { waiting.append(child) }
    }
    return found
  }

  /// From the administration down to `id`; empty where the unit is unknown.
  public func path(to id: Identifier<Unit>) -> [Unit] {
    var path: [Unit] = []
    var current = units[id]
    while let unit = current, path.count <= units.count {
      path.append(unit)
      current = unit.parentID.flatMap { units[$0] }
    }
    return path.reversed()
  }

  /// Units in tree order with their depth, children by name.
  public var lines: [(unit: Unit, depth: Int)] {
    guard let root else { return [] }
    var lines: [(unit: Unit, depth: Int)] = []
    var waiting: [(id: Identifier<Unit>, depth: Int)] = [(root.id, 0)]
    while let next = waiting.popLast() {
      if let unit = units[next.id] { lines.append((unit, next.depth)) }
      waiting += (children[next.id] ?? []).reversed().map { ($0, next.depth + 1) }
    }
    return lines
  }

  /// Where these grants allow `permission`: the subtrees of the units they are held in.
  public func units(allowing permission: Permission, by grants: [RoleGrant]) -> Set<Identifier<Unit>> {
    var allowed: Set<Identifier<Unit>> = []
    for grant in grants where grant.role.permissions.contains(permission) {
      allowed.formUnion(subtree(of: grant.unitID))
    }
    return allowed
  }
}
