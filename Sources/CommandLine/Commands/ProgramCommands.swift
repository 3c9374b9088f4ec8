import GuvenceCore

/// About the program itself.
let programCommands: [Command] = [
  Command("version", Localized("sürümü yaz", "print the version")) { call in
    call.say("guvence \(Program.version)")
    return .done
  }
]
