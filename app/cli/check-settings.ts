import { settings, SettingsRefused } from '#app/config.ts'

// Every program imports this first. Wrong settings end it with one sentence a fault, before anything uses them.
try {
  settings()
} catch (fault) {
  if (!(fault instanceof SettingsRefused)) throw fault
  process.stderr.write(`${fault.message}\n`)
  process.exit(1)
}
