import GuvenceApplication
import GuvenceCore
import GuvenceHTTPServer

extension WebApplication {
  /// Route → one use case → page. The compiler asks for a line for every route.
  func handle(_ visit: Visit) throws -> Response {
    switch visit.route {
    case .health, .asset: return .text("", status: 404)
    case .language, .signInForm, .signIn, .setupForm, .setup, .passwordLinkForm, .passwordLink, .signOut, .passwordForm,
      .changePassword:
      return try entrance(visit)
    case .dashboard, .register, .exportRegister, .exportList, .heatMap, .journal, .rules, .about:
      return try reading(visit)
    case .newRisk, .addRisk, .risk, .editRiskForm, .editRisk, .assessForm, .assess, .scorePreview, .retireRiskForm,
      .retireRisk, .reinstateRisk:
      return try risks(visit)
    case .indicator(let route): return try indicators(route, visit)
    case .appetite(let route): return try appetite(route, visit)
    case .control(let route): return try controls(route, visit)
    case .identification(let route): return try identification(route, visit)
    case .action(let route): return try actions(route, visit)
    case .evidence(let route): return try evidence(route, visit)
    case .event(let route): return try events(route, visit)
    case .simulation(let route): return try simulations(route, visit)
    case .oversight(let route): return try oversight(route, visit)
    case .vote(let route): return try votes(route, visit)
    case .concern(let route): return try concerns(route, visit)
    case .process(let route): return try processes(route, visit)
    case .imports, .upload, .importPreview, .importMapping, .confirmImport, .discardImport, .importJob:
      return try imports(visit)
    case .units, .newUnit, .addUnit, .editUnitForm, .editUnit, .retireUnitForm, .retireUnit, .reinstateUnit:
      return try units(visit)
    case .accounts, .newAccount, .addAccount, .editAccountForm, .editAccount, .accountLink: return try accounts(visit)
    case .reports, .consolidatedReport, .consolidatedWorkbook: return try reports(visit)
    case .methods, .addMethod, .method, .methodText, .publishMethod, .undoMethodForm, .undoMethod:
      return try methods(visit)
    }
  }
}

extension Route {
  /// The page on which the form of a `POST` stands; what is left after a refusal.
  var formRoute: Route {
    switch self {
    case .signIn: .signInForm(next: "/")
    case .setup(let token): .setupForm(token: token)
    case .passwordLink(let token): .passwordLinkForm(token: token)
    case .changePassword: .passwordForm
    case .addRisk: .newRisk(unit: nil)
    case .editRisk(let reference): .editRiskForm(reference)
    case .assess(let reference), .scorePreview(let reference): .assessForm(reference)
    case .retireRisk(let reference): .retireRiskForm(reference)
    case .reinstateRisk(let reference): .risk(reference, asOf: nil)
    case .indicator(let route): .indicator(route.formRoute)
    case .appetite(let route): .appetite(route.formRoute)
    case .control(let route): route.formRoute
    case .identification(let route): route.formRoute
    case .action(let route): .action(route.formRoute)
    case .evidence(let route): .evidence(route.formRoute)
    case .event(let route): .event(route.formRoute)
    case .simulation(let route): .simulation(route.formRoute)
    case .vote(let route): .vote(route.formRoute)
    case .concern(let route): .concern(route.formRoute)
    case .oversight(let route): .oversight(route.formRoute)
    case .process(let route): .process(route.formRoute)
    case .upload: .imports
    case .importMapping(let id), .confirmImport(let id), .discardImport(let id): .importPreview(id)
    case .addUnit: .newUnit(parent: nil)
    case .editUnit(let code), .reinstateUnit(let code): .editUnitForm(code)
    case .retireUnit(let code): .retireUnitForm(code)
    case .addAccount: .newAccount
    case .editAccount(let id), .accountLink(let id): .editAccountForm(id)
    case .addMethod: .methods
    case .publishMethod(let id): .method(id)
    case .undoMethod(let id): .undoMethodForm(id)
    case .signOut: .dashboard
    default: self
    }
  }

  /// Where the stored version of what was edited is shown.
  var storedRoute: Route {
    switch self {
    case .editRisk(let reference), .assess(let reference), .retireRisk(let reference), .reinstateRisk(let reference):
      .risk(reference, asOf: nil)
    case .editUnit(let code), .retireUnit(let code), .reinstateUnit(let code): .editUnitForm(code)
    case .editAccount(let id): .editAccountForm(id)
    case .indicator(let route): .indicator(route.storedRoute)
    case .event(let route): .event(route.storedRoute)
    case .simulation(.estimate(let reference)), .simulation(.clear(let reference)): .risk(reference, asOf: nil)
    case .vote(let route): .vote(route.formRoute)
    case .action(let route): .action(route.storedRoute)
    case .appetite(let route): .appetite(route.formRoute)
    case .control(let route): route.storedRoute
    case .publishMethod(let id): .method(id)
    case .oversight(let route): route.storedRoute
    case .process(let route): .process(route.storedRoute)
    default: .dashboard
    }
  }
}
