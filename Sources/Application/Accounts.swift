import GuvenceCore
import GuvenceRegister
import GuvenceReporting
import GuvenceRules

extension App {
  /// See the use case's page in ARCHITECTURE.md.
  public func setupToken() throws -> String? {
    throw Fault(reference: "", detail: "not built")
  }

  /// See the use case's page in ARCHITECTURE.md.
  public func completeSetup(token: String, login: String, displayName: String, password: String) throws -> String {
    throw Fault(reference: "", detail: "not built")
  }

  /// See the use case's page in ARCHITECTURE.md.
  public func signIn(login: String, password: String, from address: String) throws -> String {
    throw Fault(reference: "", detail: "not built")
  }

  /// See the use case's page in ARCHITECTURE.md.
  public func signOut(token: String) throws {
    throw Fault(reference: "", detail: "not built")
  }

  /// See the use case's page in ARCHITECTURE.md.
  public func session(token: String) throws -> Session? {
    throw Fault(reference: "", detail: "not built")
  }

  /// See the use case's page in ARCHITECTURE.md.
  public func accounts(by: Actor) throws -> [Account] {
    throw Fault(reference: "", detail: "not built")
  }

  /// See the use case's page in ARCHITECTURE.md.
  public func createAccount(_ form: AccountForm, by: Actor) throws -> (account: Account, link: String) {
    throw Fault(reference: "", detail: "not built")
  }

  /// See the use case's page in ARCHITECTURE.md.
  public func editAccount(_ id: Identifier<Account>, _ form: AccountForm, isDisabled: Bool, version: Int, by: Actor)
    throws -> Account
  {
    throw Fault(reference: "", detail: "not built")
  }

  /// See the use case's page in ARCHITECTURE.md.
  public func newPasswordLink(for id: Identifier<Account>, by: Actor) throws -> String {
    throw Fault(reference: "", detail: "not built")
  }

  /// See the use case's page in ARCHITECTURE.md.
  public func account(forLink token: String) throws -> Account? {
    throw Fault(reference: "", detail: "not built")
  }

  /// See the use case's page in ARCHITECTURE.md.
  public func setPassword(link token: String, password: String) throws -> String {
    throw Fault(reference: "", detail: "not built")
  }

  /// See the use case's page in ARCHITECTURE.md.
  public func changePassword(current: String, new: String, by: Actor) throws {
    throw Fault(reference: "", detail: "not built")
  }
}
