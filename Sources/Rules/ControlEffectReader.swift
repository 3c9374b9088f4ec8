import FoundationEssentials
import GuvenceCore
import GuvenceDataFiles

extension ControlEffectRules {
  /// Reads `rules/control-effect.yaml` and later versions `rules/control-effect@….yaml`, oldest first.
  static func read(dataFolder: String, _ reader: DataReader) -> [ControlEffectRules] {
    let names = RuleFolder(dataFolder: dataFolder, reader: reader).files(in: "rules")
    return names.filter { $0.hasPrefix("rules/control-effect") }
      .compactMap { name in reader.file("\(dataFolder)/\(name)", name: name) { read($0, reader) } }
      .sorted { $0.effective < $1.effective }
  }

  static func read(_ root: DataNode, _ reader: DataReader) -> ControlEffectRules? {
    reader.object(root) { object in
      let effective = object.day("effective")
      let tiers = object.object("tier-reduction", TierReduction.read)
      let percentage = object.object("percentage", PercentageEffect.read)
      let fivePoint = object.object("five-point", FivePointEffect.read)
      let testScore = object.object("test-score", TestScoreRule.read)
      guard let effective, let tiers, let percentage, let fivePoint, let testScore else { return nil }
      return ControlEffectRules(
        effective: effective, tierReduction: tiers, percentage: percentage, fivePoint: fivePoint,
        testScore: testScore,
        canonicalText: root.source.text)
    }
  }
}

extension TierReduction {
  fileprivate static func read(_ object: ObjectReader) -> TierReduction? {
    let citation = object.citation()
    let questions = object.objects("questions", Question.read)
    let full = object.decimal("full-points")
    let (quality, test) = (object.decimal("quality-weight"), object.decimal("test-weight"))
    let bands = object.objects("bands", Band.read)
    guard let citation, let questions, let full, let quality, let test, let bands else { return nil }
    if quality + test != 1 {
      object.report("test-weight", code: "bad-weights", message: "quality-weight and test-weight do not add up to 1")
    }
    let best = questions.reduce(Decimal(0)) { $0 + ($1.answers.map(\.points).max() ?? 0) }
    if best != full {
      object.report("full-points", code: "bad-weights", message: "the best answers give \(best) points, not \(full)")
    }
    refuseUnordered(object, "bands", bands.map(\.through))
    for (index, pair) in zip(bands, bands.dropFirst()).enumerated() where pair.1.reduction < pair.0.reduction {
      object.reader.report(
        at: object.node["bands"]?.items?[index + 1] ?? object.node, code: "not-monotone",
        message: "a stronger control must not lower the factor less")
    }
    return TierReduction(
      questions: questions, fullPoints: full, qualityWeight: quality, testWeight: test, bands: bands,
      citation: citation)
  }
}

extension TierReduction.Question {
  fileprivate static func read(_ object: ObjectReader) -> TierReduction.Question? {
    let (id, name) = (object.text("id"), object.localized("name"))
    let answers = object.objects("answers") { answer -> TierReduction.Answer? in
      let (id, name, points) = (answer.text("id"), answer.localized("name"), answer.decimal("points"))
      guard let id, let name, let points else { return nil }
      return TierReduction.Answer(id: id, name: name, points: points)
    }
    guard let id, let name, let answers else { return nil }
    return TierReduction.Question(id: id, name: name, answers: answers)
  }
}

extension TierReduction.Band {
  fileprivate static func read(_ object: ObjectReader) -> TierReduction.Band? {
    let (id, name) = (object.text("id"), object.localized("name"))
    let (through, reduction) = (object.decimal("through"), object.int("reduction", in: 0...20))
    guard let id, let name, let through, let reduction else { return nil }
    return TierReduction.Band(id: id, name: name, through: through, reduction: reduction)
  }
}

extension PercentageEffect {
  fileprivate static func read(_ object: ObjectReader) -> PercentageEffect? {
    let citation = object.citation()
    let words = object.objects("words") { word -> Word? in
      let (id, name, through) = (word.text("id"), word.localized("name"), word.decimal("through"))
      guard let id, let name, let through else { return nil }
      return Word(id: id, name: name, through: through)
    }
    guard let citation, let words else { return nil }
    refuseUnordered(object, "words", words.map(\.through))
    return PercentageEffect(words: words, citation: citation)
  }
}

extension FivePointEffect {
  fileprivate static func read(_ object: ObjectReader) -> FivePointEffect? {
    let (citation, limit) = (object.citation(), object.decimal("effective-from"))
    guard let citation, let limit else { return nil }
    return FivePointEffect(effectiveFrom: limit, citation: citation)
  }
}

extension TestScoreRule {
  fileprivate static func read(_ object: ObjectReader) -> TestScoreRule? {
    let citation = object.citation()
    let months = object.int("valid-months", in: 1...120)
    let steps = object.list("steps", object.reader.decimal)
    guard let citation, let months, let steps else { return nil }
    refuseUnordered(object, "steps", steps)
    return TestScoreRule(validMonths: months, steps: steps, citation: citation)
  }
}

/// Upper ends must rise and the last must be 100, so that every strength has one tier.
private func refuseUnordered(_ object: ObjectReader, _ key: String, _ ends: [Decimal]) {
  let items = object.node[key]?.items ?? []
  for (index, pair) in zip(ends, ends.dropFirst()).enumerated() where pair.1 <= pair.0 {
    object.reader.report(
      at: items[index + 1], code: "band-overlap", message: "\(pair.1) does not lie above \(pair.0)")
  }
  if ends.last != 100 {
    object.report(key, code: "band-gap", message: "the last tier must end at 100")
  }
}
