import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The window: plain files that both hosts serve. */
export default defineConfig({
  root: folder('renderer'),
  plugins: [react()],
  build: {
    outDir: folder('dist/renderer'),
    emptyOutDir: true,
    target: 'es2024',
    // The content security policy forbids data: scripts and fonts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1_500,
  },
});
