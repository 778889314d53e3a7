// `npm start`, `npm run dev`, `npm run db:reset`. Plain Node, because it may have to install everything else first.
import { ensureInstalled, runTypeScript } from './install.mjs'

ensureInstalled()
runTypeScript('app/cli/run.ts', process.argv.slice(2))
