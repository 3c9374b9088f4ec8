/// Every command, in the order of the help page.
let allCommands: [Command] =
  databaseCommands + scoreCommands + ruleCommands + methodCommands + riskReadingCommands + riskWritingCommands
  + exchangeCommands + reportCommands + careCommands + indicatorCommands + evidenceCommands + eventCommands
  + voteCommands + appetiteCommands + actionCommands + concernCommands + processCommands
  + peopleCommands + programCommands
