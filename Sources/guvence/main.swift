import Glibc
import GuvenceCommandLine

exit(Program.runAtTerminal(Array(CommandLine.arguments.dropFirst()), serve: serve))
