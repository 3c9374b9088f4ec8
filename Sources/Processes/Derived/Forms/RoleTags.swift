import GuvenceCore

/// Short marks for roles, as printed charts put them beside steps: `Harcama Yetkilisi` → `HY`.
struct RoleTags {
  /// Mark by role.
  let marks: [String: String]

  /// Marks of `roles`, all different: initials, then more letters of the first word, then a number.
  init(_ roles: [String]) {
    var marks: [String: String] = [:]
    var taken: Set<String> = []
    for role in roles where marks[role] == nil {
      let mark = RoleTags.candidates(role).first { !taken.contains($0) } ?? role
      taken.insert(mark)
      marks[role] = mark
    }
    self.marks = marks
  }

  private static func candidates(_ role: String) -> [String] {
    let words = role.split { !$0.isLetter && !$0.isNumber }.map(String.init).filter {
      !["ve", "veya", "ile"].contains(TurkishText.lowercase($0))
    }
    let initials = words.map { TurkishText.uppercase(String($0.prefix(1))) }
    let rest = initials.dropFirst().joined()
    let first = words.first ?? role
    let grown = (1...max(1, first.count)).map { length in
      TurkishText.uppercase(String(first.prefix(1))) + TurkishText.lowercase(String(first.prefix(length).dropFirst()))
        + rest
    }
    let plain = initials.count > 1 ? grown : Array(grown.dropFirst()) + grown.prefix(1)
    return plain + (2...99).map { "\(initials.joined())\($0)" }
  }

  /// `O-HY`; a step without a mark is done by its role: `İY-SAB` (işlemi yapan).
  func tag(_ step: Step, _ language: Language) -> String {
    guard let role = step.role, let mark = marks[role], !step.kind.isEvent else { return "" }
    return "\(step.action?.rawValue ?? RoleTags.doer(language))-\(mark)"
  }

  /// İşlemi yapan.
  static func doer(_ language: Language) -> String { Localized("İY", "W")(language) }

  /// `K kontrol, …; HY Harcama Yetkilisi, …`.
  func legend(_ roles: [String], _ language: Language) -> String {
    let actions = Step.Action.allCases.map { $0.tag(language) }
    let doer = "\(RoleTags.doer(language)) \(Localized("işlemi yapan", "does the work")(language))"
    let names = roles.compactMap { role in marks[role].map { "\($0) \(role)" } }
    return (actions + [doer]).joined(separator: ", ") + "; " + names.joined(separator: ", ")
  }
}
