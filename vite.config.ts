import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'
import { compressAssets } from './app/cli/compress-assets.ts'
import remixConfig from './remix.config.js'

export default defineConfig({
  plugins: [tailwindcss(), remix(remixConfig), compressAssets()],
  build: { target: 'es2022', assetsInlineLimit: 0 },
  server: { fs: { strict: true } },
})
