import { defineConfig } from 'drizzle-kit'
import { settings } from './app/config.ts'

const { DATABASE_URL: url } = settings()

/** For `drizzle-kit studio` and its checks. Migrations are written by hand: it cannot write row level security. */
export default defineConfig({
  dialect: 'postgresql',
  schema: './db/schema/*.ts',
  out: './db/migrations',
  ...(url ? { dbCredentials: { url } } : {}),
})
