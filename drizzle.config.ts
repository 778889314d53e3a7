import { defineConfig } from 'drizzle-kit'

/** For `drizzle-kit studio` and its checks. Migrations are written by hand: it cannot write row level security. */
export default defineConfig({
  dialect: 'postgresql',
  schema: './db/schema/*.ts',
  out: './db/migrations',
  dbCredentials: { url: process.env['DATABASE_URL'] ?? '' },
})
