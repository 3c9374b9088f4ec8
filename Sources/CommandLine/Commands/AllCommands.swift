/// Every command, in the order of the help page.
let allCommands: [Command] =
  databaseCommands + scoreCommands + ruleCommands + methodCommands + riskReadingCommands + riskWritingCommands
  + statementCommands + relationCommands + exchangeCommands + reportCommands + careCommands + journalCommands
  + indicatorCommands + quantifyCommands + evidenceCommands + eventCommands + voteCommands + controlCommands
  + appetiteCommands + actionCommands + concernCommands + processCommands + processImportCommands
  + processWritingCommands + processDiffCommands + processListCommands + calendarCommands + escalationCommands
  + boardCommands
  + peopleCommands + programCommands
