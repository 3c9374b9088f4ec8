import GuvenceApplication
import GuvenceCore
import GuvenceRegister
import GuvenceRules

/// The steps of a vote at the prompt.
let voteStepCommands: [Command] = [
  Command(
    "vote open", Localized("bir maddeyi oylamaya aç", "begin voting on an item"), arguments: [.session, .item],
    options: [.database, .asUser, .json], run: startRound),
  Command(
    "vote cast", Localized("oy ver ya da oyunu değiştir", "cast or change a vote"), arguments: [.session, .item],
    options: [
      .database, .asUser, .json,
      Command.Option(name: "impact", value: .number, help: Localized("etki", "impact")),
      Command.Option(
        name: "dimension", value: Localized("BOYUT=SAYI", "DIMENSION=NUMBER"),
        help: Localized("etki yerine boyutları", "its dimensions in place of the impact"), isRepeatable: true),
      Command.Option(name: "likelihood", value: .number, help: Localized("olasılık", "likelihood"), isRequired: true),
    ], run: castVote),
  Command(
    "vote close", Localized("turu kapat ve oyları aç; maddesiz: oturumu kapat", "close a round, or without item all"),
    arguments: [.session],
    options: [
      .database, .asUser, .json,
      Command.Option(name: "item", value: .number, help: Localized("turu kapatılacak madde", "item whose round ends")),
    ], run: closeRoundOrSession),
  Command(
    "vote round", Localized("yeni tur aç; önceki durur", "begin another round; the one before stays"),
    arguments: [.session, .item], options: [.database, .asUser, .json], run: startRound),
  Command(
    "vote accept", Localized("sonucu değerlendirme yap", "make the result an assessment"),
    arguments: [.session, .item],
    options: [
      .database, .asUser, .json,
      Command.Option(
        name: "risk-version", value: .number,
        help: Localized("risk değiştiyse sonucun geçerli olduğu sürümü", "version it holds for, where the risk changed")
      ),
      Command.Option(
        name: "drop-others", value: nil,
        help: Localized("artık ve hedef değerlerini taşıma", "do not carry residual and target over")),
      Command.Option(
        name: "reason", value: .text,
        help: Localized("artık risk önerilenden farklıysa gerekçesi", "why the residual risk is not as suggested")),
    ], run: acceptResult),
]

extension Command.Argument {
  /// Place on the agenda.
  static let item = Command.Argument(
    name: Localized("MADDE", "ITEM"), help: Localized("gündemdeki sırası", "its place on the agenda"))
}

extension Invocation {
  fileprivate func place() throws -> VotePlace {
    VotePlace(try session(), try integer(try argument(1), named: command.arguments[1].name(language)))
  }
}

private func startRound(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let actor = try call.actor(app)
  let place = try call.place()
  _ = try app.startVoteRound(place, by: actor)
  return try VoteOutput.announce(place, app, call, actor)
}

private func castVote(_ call: Invocation) throws -> ExitCode {
  let likelihood = try call.integer("likelihood") ?? 0
  var dimensions: [String: Int] = [:]
  for word in call.all("dimension") {
    let sides = word.split(separator: "=", maxSplits: 1).map(String.init)
    guard sides.count == 2 else {
      throw UsageProblem(
        Localized("--dimension BOYUT=SAYI ister: «\(word)»", "--dimension wants NAME=NUMBER: «\(word)»"))
    }
    dimensions[sides[0]] = try call.integer(sides[1], named: "--dimension")
  }
  guard dimensions.isEmpty == call.has("impact") else {
    throw UsageProblem(
      Localized("--impact ya da --dimension gerekli, ikisi birden değil", "give either --impact or --dimension"))
  }
  let input =
    dimensions.isEmpty
    ? ScoreInput(likelihood: likelihood, impact: try call.integer("impact") ?? 0)
    : ScoreInput(likelihood: likelihood, dimensions: dimensions)
  let app = try call.app()
  let actor = try call.actor(app)
  let place = try call.place()
  try app.castVote(place, input, by: actor)
  return try VoteOutput.announce(place, app, call, actor)
}

private func closeRoundOrSession(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let actor = try call.actor(app)
  let id = try call.session()
  if let item = try call.integer("item") {
    let place = VotePlace(id, item)
    _ = try app.openVotes(place, by: actor)
    return try VoteOutput.announce(place, app, call, actor)
  }
  let version = try app.voteSession(id, by: actor).session.version
  _ = try app.closeVoteSession(id, version: version, by: actor)
  return try VoteOutput.announce(id, app, call, actor)
}

private func acceptResult(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let actor = try call.actor(app)
  let place = try call.place()
  _ = try app.acceptVote(
    place, riskVersion: try call.integer("risk-version"), dropsOthers: call.has("drop-others"),
    reason: call.text("reason") ?? "", by: actor)
  return try VoteOutput.announce(place, app, call, actor)
}
