/// Every command, in the order of the help page.
let allCommands: [Command] =
  databaseCommands + scoreCommands + ruleCommands + riskCommands + exchangeCommands + reportCommands + careCommands
  + peopleCommands + programCommands
