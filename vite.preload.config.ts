import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The preload: one CommonJS file, because a sandboxed preload can require electron and nothing else. */
export default defineConfig({
  build: {
    ssr: folder('electron/desktop/preload.ts'),
    target: 'node24',
    outDir: folder('dist/desktop'),
    emptyOutDir: false,
    minify: false,
    rolldownOptions: {
      external: ['electron'],
      output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false },
    },
  },
});
