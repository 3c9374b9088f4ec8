import GuvenceApplication
import GuvenceCore
import GuvenceQuantitative
import GuvenceRegister

private let reference = Command.Argument(
  name: Localized("REFERANS", "REFERENCE"), help: Localized("riskin referans numarası", "reference of the risk"))
private let run = Command.Argument(
  name: .number, help: Localized("çalıştırmanın numarası", "number of the run"))
private let simulationOptions: [Command.Option] = [
  .database, .asUser, .json, .unit,
  Command.Option(name: "name", value: .text, help: Localized("çalıştırmanın adı", "name of the run")),
  Command.Option(
    name: "trials", value: .number, help: Localized("deneme (yıl) sayısı (100000)", "number of trials (100000)")),
  Command.Option(name: "seed", value: .number, help: Localized("başlangıç sayısı (1)", "seed (1)")),
  Command.Option(
    name: "levels", value: .text, help: Localized("yüzdelikler (50 80 90 95 99)", "percentiles (50 80 90 95 99)")),
  Command.Option(
    name: "tail", value: .number, help: Localized("kötü yıl yüzdeliği (95)", "percentile of bad years (95)")),
]

/// Estimates in numbers and simulations at the prompt.
let quantifyCommands: [Command] = [
  Command(
    "quantify set", Localized("riskin sıklığını ve kaybını tahmin et", "estimate a risk's frequency and loss"),
    arguments: [reference],
    options: [
      .database, .asUser, .json,
      Command.Option(
        name: "poisson", value: .number, help: Localized("yılda ortalama olay sayısı", "mean number of events a year")),
      Command.Option(
        name: "bernoulli", value: .number,
        help: Localized("yılda bir kez olma olasılığı: 0,25", "probability of one event a year: 0,25")),
      Command.Option(
        name: "pert", value: Localized("A/B/C", "A/B/C"),
        help: Localized("en düşük/en olası/en yüksek kayıp, ₺", "least/likeliest/greatest loss, ₺")),
      Command.Option(
        name: "triangular", value: Localized("A/B/C", "A/B/C"),
        help: Localized("aynı üç sayıyla üçgen", "the same three numbers as a triangle")),
      Command.Option(
        name: "lognormal", value: Localized("A/B", "A/B"),
        help: Localized("%90 aralığının iki ucu, ₺", "ends of the 90% interval, ₺")),
      Command.Option(
        name: "empirical", value: Localized("A;B;…", "A;B;…"),
        help: Localized("gözlenen kayıplar, ₺", "observed losses, ₺")),
      Command.Option(
        name: "rationale", value: .text, help: Localized("tahminin dayanağı", "what it rests on"), isRequired: true),
    ], run: setEstimate),
  Command(
    "quantify clear", Localized("riskin tahminini geri al", "take a risk's estimate back"), arguments: [reference],
    options: [
      .database, .asUser, .json,
      Command.Option(name: "reason", value: .text, help: Localized("gerekçe", "reason"), isRequired: true),
    ], run: clearEstimate),
  Command(
    "quantify show", Localized("riskin tahmini ve geçmişi", "a risk's estimate and its history"),
    arguments: [reference],
    options: [
      .database, .asUser, .json,
      Command.Option(
        name: "as-of", value: .day, help: Localized("o günün sonundaki durum", "as of the end of that day")),
    ], run: showEstimate),
  Command(
    "quantify run", Localized("tahmini olan riskleri simüle et", "simulate the estimated risks"),
    options: simulationOptions,
    notes: Localized(
      "Tutarlar idarenin kendi çalışanlarının tahminidir. Aynı girdiler ve aynı başlangıç sayısı her makinede\n"
        + "aynı sonucu verir; çalıştırma girdileriyle birlikte saklanır.",
      "Amounts are estimates of the administration's own people. The same inputs and seed give the same\n"
        + "result on every machine; the run is kept with its inputs."),
    run: runSimulation),
  Command(
    "quantify compare", Localized("bir eylemden önceyi ve sonrayı simüle et", "simulate before and after an action"),
    options: simulationOptions + [
      Command.Option(
        name: "frequency", value: Localized("REFERANS=SAYI", "REFERENCE=NUMBER"),
        help: Localized("riskin eylemden sonraki sıklığı", "the risk's frequency after the action"), isRepeatable: true),
      Command.Option(
        name: "loss", value: Localized("REFERANS=YÜZDE", "REFERENCE=PERCENT"),
        help: Localized("her kayıptan yüzde kaçı kalır", "what percentage of every loss is left"), isRepeatable: true),
      Command.Option(name: "cost", value: .number, help: Localized("eylemin yıllık maliyeti, ₺", "yearly cost, ₺")),
      Command.Option(
        name: "action", value: .text, help: Localized("eylemin kodu ya da adı", "code or name of the action")),
    ], run: runSimulation),
  Command(
    "quantify runs", Localized("saklanan çalıştırmalar", "the runs kept"),
    options: [
      .database, .asUser, .json, .unit,
      Command.Option(
        name: "id", value: .number, help: Localized("yalnızca bu çalıştırma, bütün sayılarıyla", "one run in full")),
    ], run: listRuns),
  Command(
    "quantify replay", Localized("çalıştırmayı yinele, sayıları karşılaştır", "run again and compare every number"),
    arguments: [run], options: [.database, .asUser, .json], run: replayRun),
  Command(
    "quantify export", Localized("eğriyi dosyaya ver (.xlsx, .csv)", "write the curve to a file (.xlsx, .csv)"),
    arguments: [run, Command.Argument(name: .file, help: Localized("yeni dosya", "new file"))],
    options: [.database, .asUser, .json], run: exportRun),
]

private func setEstimate(_ call: Invocation) throws -> ExitCode {
  var form = EstimateForm()
  form.rationale = call.text("rationale") ?? ""
  switch (call.text("poisson"), call.text("bernoulli")) {
  case (let rate?, nil): (form.frequencyKind, form.frequency) = (.poisson, rate)
  case (nil, let probability?): (form.frequencyKind, form.frequency) = (.bernoulli, probability)
  default: throw UsageProblem(Localized("--poisson ya da --bernoulli yazın", "give --poisson or --bernoulli"))
  }
  let kinds = Loss.Kind.allCases.filter { call.has($0.rawValue) }
  guard let kind = kinds.first, kinds.count == 1 else {
    throw UsageProblem(
      Localized(
        "--pert, --triangular, --lognormal ve --empirical seçeneklerinden birini yazın",
        "give one of --pert, --triangular, --lognormal and --empirical"))
  }
  form.lossKind = kind
  let parts = (call.text(kind.rawValue) ?? "").split(separator: "/", omittingEmptySubsequences: false).map(String.init)
  switch (kind, parts.count) {
  case (.pert, 3), (.triangular, 3): (form.minimum, form.mode, form.maximum) = (parts[0], parts[1], parts[2])
  case (.lognormal, 2): (form.low, form.high) = (parts[0], parts[1])
  case (.empirical, _): form.sample = call.text(kind.rawValue) ?? ""
  default:
    throw UsageProblem(
      Localized("--\(kind.rawValue) için sayıları / ile ayırın", "separate the numbers of --\(kind.rawValue) by /"))
  }
  let app = try call.app()
  let actor = try call.actor(app)
  let version = try app.estimate(ofRisk: try call.argument(0), by: actor).version
  try app.setEstimate(try call.argument(0), form, version: version, by: actor)
  return try showEstimate(call)
}

private func clearEstimate(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let actor = try call.actor(app)
  let version = try app.estimate(ofRisk: try call.argument(0), by: actor).version
  try app.clearEstimate(try call.argument(0), reason: call.text("reason") ?? "", version: version, by: actor)
  return try showEstimate(call)
}

private func showEstimate(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let page = try app.estimate(ofRisk: try call.argument(0), asOf: try call.day("as-of"), by: call.actor(app))
  if call.wantsJSON { call.answer(QuantifyOutput.json(page)) } else { QuantifyOutput.say(page, call) }
  return .done
}

private func runSimulation(_ call: Invocation) throws -> ExitCode {
  var form = SimulationForm(unitCode: call.text("unit"))
  (form.name, form.trials, form.seed) = (call.text("name") ?? "", call.text("trials") ?? "", call.text("seed") ?? "")
  (form.levels, form.tailLevel) = (call.text("levels") ?? "", call.text("tail") ?? "")
  (form.yearlyCost, form.action) = (call.text("cost") ?? "", call.text("action") ?? "")
  for (name, words) in [("frequency", call.all("frequency")), ("loss", call.all("loss"))] {
    for word in words {
      guard let place = word.lastIndex(of: "=") else {
        throw UsageProblem(
          Localized("--\(name) REFERANS=SAYI ister: «\(word)»", "--\(name) wants REFERENCE=NUMBER: «\(word)»"))
      }
      let (risk, value) = (String(word[..<place]), String(word[word.index(after: place)...]))
      form.changes.append(
        name == "loss"
          ? ScenarioChange(reference: risk, lossPercent: value) : ScenarioChange(reference: risk, frequency: value))
    }
  }
  form.changes = merged(form.changes)
  if call.command.path.last == "compare", form.changes.isEmpty {
    throw UsageProblem(
      Localized("en az bir --frequency ya da --loss yazın", "give at least one --frequency or --loss"))
  }
  let app = try call.app()
  let line = try app.simulate(form, by: call.actor(app))
  if call.wantsJSON { call.answer(QuantifyOutput.json(line)) } else { QuantifyOutput.say(line, call) }
  return .done
}

/// One change a risk.
private func merged(_ changes: [ScenarioChange]) -> [ScenarioChange] {
  var found: [ScenarioChange] = []
  for change in changes {
    guard let place = found.firstIndex(where: { $0.reference == change.reference }) else {
      found.append(change)
      continue
    }
    if !change.frequency.isEmpty { found[place].frequency = change.frequency }
    if !change.lossPercent.isEmpty { found[place].lossPercent = change.lossPercent }
  }
  return found
}

private func listRuns(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let actor = try call.actor(app)
  if let id = try call.integer("id") {
    let line = try app.simulationRun(Identifier(Int64(id)), by: actor)
    if call.wantsJSON { call.answer(QuantifyOutput.json(line)) } else { QuantifyOutput.say(line, call) }
    return .done
  }
  let page = try app.portfolio(unitCode: call.text("unit"), by: actor)
  if call.wantsJSON { call.answer(QuantifyOutput.json(page)) } else { QuantifyOutput.say(page, call) }
  return .done
}

private func replayRun(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let id = try call.integer(try call.argument(0), named: Localized.number(call.language))
  let page = try app.replay(Identifier(Int64(id)), by: call.actor(app))
  if call.wantsJSON {
    call.answer(
      .members([
        "run": .text(page.line.run.id.description), "same": .boolean(page.isSame),
        "stored": .text(page.line.run.result.fingerprint), "found": .text(page.fingerprint),
        "foundAfter": .optional(page.comparisonFingerprint),
      ]))
  } else {
    call.say(
      page.isSame
        ? Localized("Bire bir aynı: \(page.fingerprint)", "The same, bit for bit: \(page.fingerprint)")
        : Localized(
          "Aynı değil: saklanan \(page.line.run.result.fingerprint), bulunan \(page.fingerprint)",
          "Not the same: stored \(page.line.run.result.fingerprint), found \(page.fingerprint)"))
  }
  return page.isSame ? .done : .badFile
}

private func exportRun(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let id = try call.integer(try call.argument(0), named: Localized.number(call.language))
  let path = try call.newFile(call.argument(1))
  guard let format = ExportFormat.allCases.first(where: { path.hasSuffix("." + $0.rawValue) }) else {
    throw UsageProblem(Localized("dosya .xlsx ya da .csv ile bitmeli", "the file must end in .xlsx or .csv"))
  }
  try app.exportRun(Identifier(Int64(id)), format: format, to: path, by: call.actor(app))
  if call.wantsJSON {
    call.answer(.members(["file": .text(path)]))
  } else {
    call.say(Localized("Eğri \(path) dosyasına yazıldı.", "Curve written to \(path)."))
  }
  return .done
}
