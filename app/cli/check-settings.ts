import { settings, SettingsRefused } from '#app/config.ts'

// Every program imports this module first. Wrong settings end the program with one sentence for each fault, before any
// module uses them.
try {
  settings()
} catch (fault) {
  if (!(fault instanceof SettingsRefused)) throw fault
  process.stderr.write(`${fault.message}\n`)
  process.exit(1)
}
