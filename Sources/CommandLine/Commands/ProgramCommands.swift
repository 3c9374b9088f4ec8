import GuvenceCore

/// About the program itself.
let programCommands: [Command] = [
  Command("version", Localized("sürümü yaz", "print the version"), options: [.json]) { call in
    if call.wantsJSON {
      call.answer(.members(["version": .text(Program.version)]))
    } else {
      call.say("guvence \(Program.version)")
    }
    return .done
  }
]
