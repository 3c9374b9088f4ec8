import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister

extension View {
  /// The rooms of the left side; a menu at the foot of the page on a phone.
  func roomLinks(_ current: Room?) -> Node {
    let permissions = frame.permissions
    return nav(.id("rooms"), .class("rooms"), .aria("label", t(Text.Frame.rooms))) {
      a(t(Text.Frame.close), .class("menu-close"), .href("#content"))
      ul {
        for room in Room.allCases {
          if let route = target(of: room, permissions) {
            li {
              a(t(room.name), .href(route.path), room == current ? .aria("current", "true") : .absent)
              if room == .administration, current == .administration { administrationLinks(permissions) }
            }
          }
        }
      }
      ul(.class("rooms-foot")) {
        li { a(t(Text.Frame.rules), .href(Route.rules.path)) }
        li { a(t(Text.Concerns.link), .href(Route.concern(.form).path)) }
        li { a(t(Text.Frame.about), .href(Route.about.path)) }
      }
    }
  }

  private func target(of room: Room, _ permissions: Set<Permission>) -> Route? {
    switch room {
    case .dashboard: permissions.contains(.read) ? .dashboard : nil
    case .risks: permissions.contains(.read) ? .register(.init()) : nil
    case .heatMap: permissions.contains(.read) ? .heatMap(unit: nil, kind: .threat) : nil
    case .actions: permissions.contains(.read) ? .action(.list(ActionQuery())) : nil
    case .appetite: permissions.contains(.read) ? .appetite(.list(AppetiteQuery())) : nil
    case .processes: permissions.contains(.read) ? .process(.list(ProcessQuery())) : nil
    case .controls: permissions.contains(.read) ? .control(.list(ControlQuery())) : nil
    case .indicators: permissions.contains(.read) ? .indicator(.list(IndicatorQuery())) : nil
    case .events: permissions.contains(.read) ? .event(.list(EventQuery())) : nil
    case .votes: .vote(.list)
    case .concerns: concernRoute(permissions)
    case .simulations: permissions.contains(.read) ? .simulation(.portfolio(unit: nil)) : nil
    case .calendar: permissions.contains(.read) ? .oversight(.calendar(CalendarQuery())) : nil
    case .escalations: permissions.contains(.read) ? .oversight(.escalations(EscalationQuery())) : nil
    case .board: permissions.contains(.read) ? .oversight(.board) : nil
    case .imports: permissions.contains(.importRegister) ? .imports : nil
    case .reports: permissions.contains(.read) ? .reports : nil
    case .administration: administrationRoutes(permissions).first?.route
    }
  }

  /// Officers see the register, auditors who opened it, all others nothing.
  private func concernRoute(_ permissions: Set<Permission>) -> Route? {
    if frame.session?.isConcernOfficer == true { return .concern(.list) }
    return permissions.contains(.readConcernLog) ? .concern(.log) : nil
  }

  private func administrationRoutes(_ permissions: Set<Permission>) -> [(name: Localized, route: Route)] {
    var routes: [(Localized, Route)] = []
    if permissions.contains(.read) || permissions.contains(.manageUnits) { routes.append((Text.Frame.units, .units)) }
    if permissions.contains(.chooseMethodology) { routes.append((Text.Methods.title, .methods)) }
    if permissions.contains(.manageAccounts) { routes.append((Text.Frame.accounts, .accounts)) }
    if permissions.contains(.readJournal) {
      routes.append((Text.Frame.journal, .journal(entity: nil, key: nil, before: nil)))
    }
    return routes
  }

  private func administrationLinks(_ permissions: Set<Permission>) -> Node {
    ul(.class("rooms-inner")) {
      for entry in administrationRoutes(permissions) {
        let isHere = frame.address.hasPrefix(entry.route.path)
        li { a(t(entry.name), .href(entry.route.path), isHere ? .aria("current", "page") : .absent) }
      }
    }
  }
}
