// How the page is built, served while developing, and tested.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { guide } from './guide/plugin.ts';

export default defineConfig({
  plugins: [svelte(), guide(join(import.meta.dirname, '../docs/guide'))],
  // Relative addresses: the same files work under Tauri's own protocol and from any folder.
  base: './',
  build: {
    // WebKitGTK 2.40 is the oldest engine that we meet (Debian 12 carries 2.50).
    target: 'safari16.4',
    // No inline data: the content security policy allows the app's own files only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  // The symbols of maps and the guide lie beside the page.
  server: { port: 5173, strictPort: true, fs: { allow: ['.', '../icons/map', '../docs/guide'] } },
  // Without the browser condition Svelte gives its server build to the tests.
  resolve: process.env.VITEST ? { conditions: ['browser'] } : {},
  test: {
    environment: 'happy-dom',
    // Room for machines that build at the same time; nothing here asserts a time.
    testTimeout: 60_000,
    include: ['**/*.test.ts'],
    exclude: ['node_modules', 'dist'],
    restoreMocks: true,
  },
});
