// `npm test` and `npm run check`. Plain Node, because it may have to install everything else first.
import { ensureInstalled, runTypeScript } from './install.mjs'

ensureInstalled()
runTypeScript('app/cli/test.ts', process.argv.slice(2))
