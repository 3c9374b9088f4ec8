import GuvenceApplication
import GuvenceCore
import GuvenceHTTPServer
import GuvenceMarkup

/// Officers and key of the confidential register: for officers who have unlocked it, and only with the passphrase again.
extension WebApplication {
  /// The page of officers and key.
  func officersPage(_ state: FormState, _ visit: Visit) throws -> Node {
    ConcernOfficersView(
      frame: visit.frame, state: state, officers: try app.concernOfficers(by: try visit.actor),
      fingerprint: try app.concernIntake().fingerprint
    ).node
  }

  /// Names an officer, or takes the naming back.
  func changeOfficer(isActive: Bool, _ visit: Visit) throws -> Response {
    try visit.submit(
      form: { try officersPage($0, visit) },
      action: {
        do {
          try app.nameConcernOfficer(
            visit.values.text("officer"), isActive: isActive, passphrase: visit.values["passphrase"] ?? "",
            by: try visit.actor)
        } catch let problem as Problem where problem.kind == .notFound {
          throw RiskInput.refusal([FieldProblem("officer", problem.message)])
        }
        return .redirect(Done.saved.after(.concern(.officers)))
      })
  }

  /// Makes a new key and passphrase; every officer unlocks again.
  func changeConcernKey(_ visit: Visit) throws -> Response {
    try visit.submit(
      form: { try officersPage($0, visit) },
      action: {
        let values = visit.values
        let (new, again) = (values["newPassphrase"] ?? "", values["newPassphraseAgain"] ?? "")
        guard new == again else {
          throw RiskInput.refusal([FieldProblem("newPassphraseAgain", Text.Concerns.passphrasesDiffer)])
        }
        do {
          _ = try app.rotateConcernKeys(
            passphrase: values["oldPassphrase"] ?? "", new: new, by: try visit.actor)
        } catch let problem as Problem where problem.kind == .invalid {
          throw RiskInput.refusal(
            problem.fields.map {
              FieldProblem($0.field == "new-passphrase" ? "newPassphrase" : "oldPassphrase", $0.message)
            })
        }
        unlocked.withLock { $0.forgetAll() }
        return .redirect(Done.saved.after(.concern(.list)))
      })
  }
}
