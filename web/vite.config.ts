import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** `npx vite web` serves the page while it is being worked on, with the API of a running `npm start` behind it. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: { target: 'es2022', emptyOutDir: false, modulePreload: { polyfill: false } },
  server: { proxy: { '/api': 'http://localhost:3000' } },
});
