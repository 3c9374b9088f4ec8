import Foundation
import GuvenceApplication
import GuvenceCore
import GuvenceProcesses
import GuvenceRegister

/// Options that name the fields of a process card.
func processOptions(isNew: Bool) -> [Command.Option] {
  let texts: [(String, Localized)] = [
    ("owner", Localized("süreç sahibi, unvan", "owner, a post")), ("purpose", Localized("amaç", "purpose")),
    ("scope", Localized("kapsam", "scope")), ("document-number", Localized("doküman no", "document number")),
    ("file-plan", Localized("SDP kodu", "file plan code (SDP)")),
    ("detsis", Localized("DETSİS no", "DETSİS number")),
    ("service-time", Localized("hizmetin tamamlanma süresi", "time until the service is completed")),
    ("complaint-first", Localized("ilk müracaat yeri", "where to complain first")),
    ("complaint-second", Localized("ikinci müracaat yeri", "where to complain next")),
  ]
  let lists: [(String, Localized)] = [
    ("input", Localized("girdi", "input")), ("output", Localized("çıktı", "output")),
    ("supplier", Localized("tedarikçi", "supplier")), ("customer", Localized("müşteri", "customer")),
    ("basis", Localized("yasal dayanak", "legal basis")), ("document", Localized("belge", "document")),
    ("system", Localized("bilgi sistemi", "information system")),
    ("indicator", Localized("performans göstergesi", "performance indicator")),
    ("service-document", Localized("başvuruda istenen belge", "document asked for")),
  ]
  let yes = Localized("yes|no", "yes|no")
  return [
    Command.Option(name: "name", value: .text, help: Localized("sürecin adı", "its name"), isRequired: isNew),
    Command.Option(name: "class", value: .word, help: wordList(ProcessCard.Class.self)),
  ] + texts.map { Command.Option(name: $0.0, value: .text, help: $0.1) }
    + lists.map { name, help in
      Command.Option(
        name: name, value: .text,
        help: Localized("\(help.turkish); yinelenebilir", "\(help.english); may be repeated"), isRepeatable: true)
    } + [
      Command.Option(name: "financial", value: yes, help: Localized("mali işlem", "money is spent")),
      Command.Option(name: "service", value: yes, help: Localized("hizmet standardı var", "a service to citizens")),
    ]
}

extension ProcessForm {
  /// What the options say; what they do not name stays.
  mutating func take(_ call: Invocation) throws {
    unitCode = call.text("unit") ?? unitCode
    parentCode = call.text("parent") ?? parentCode
    try card.take(call)
  }
}

extension ProcessDetails {
  fileprivate mutating func take(_ call: Invocation) throws {
    name = call.text("name") ?? name
    processClass = try (call.choices("class") as [ProcessCard.Class]).last ?? processClass
    owner = call.text("owner") ?? owner
    (purpose, scope) = (call.text("purpose") ?? purpose, call.text("scope") ?? scope)
    documentNumber = call.text("document-number") ?? documentNumber
    filePlanCode = call.text("file-plan") ?? filePlanCode
    detsisNumber = call.text("detsis") ?? detsisNumber
    serviceTime = call.text("service-time") ?? serviceTime
    complaintFirst = call.text("complaint-first") ?? complaintFirst
    complaintSecond = call.text("complaint-second") ?? complaintSecond
    func list(_ name: String, _ known: [String]) -> [String] { call.has(name) ? call.all(name) : known }
    (inputs, outputs) = (list("input", inputs), list("output", outputs))
    (suppliers, customers) = (list("supplier", suppliers), list("customer", customers))
    (legalBasis, documents) = (list("basis", legalBasis), list("document", documents))
    (systems, indicators) = (list("system", systems), list("indicator", indicators))
    serviceDocuments = list("service-document", serviceDocuments)
    isFinancial = try call.flag("financial") ?? isFinancial
    isService = try call.flag("service") ?? isService
  }
}

extension Invocation {
  /// The option `name` as yes or no; `nil` where absent.
  func flag(_ name: String) throws -> Bool? {
    let words: [YesOrNo] = try choices(name)
    return words.last.map { $0 == .yes }
  }

  /// The bytes of a file that must be there.
  func bytes(of path: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Diagnostics([
        Diagnostic(
          .error, at: .file(path), code: "unreadable", message: "Dosya açılamıyor",
          remedy: "Yolu ve dosyanın okuma iznini denetleyin.")
      ])
    }
    return [UInt8](data)
  }
}

private enum YesOrNo: String, CaseIterable { case yes, no }
