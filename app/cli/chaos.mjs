// `npm run chaos`. Plain Node, because it may have to install everything else first.
import { ensureInstalled, runTypeScript } from './install.mjs'

ensureInstalled()
runTypeScript('app/cli/chaos/main.ts', process.argv.slice(2))
