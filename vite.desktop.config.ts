import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * The desktop host's main process and the engine's workers, file by file as in the source: the engine finds its
 * workers beside itself. Packages stay in node_modules.
 */
export default defineConfig({
  build: {
    ssr: true,
    target: 'node24',
    outDir: folder('dist/desktop'),
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      input: [
        folder('electron/desktop/main.ts'),
        folder('db/engine/sqlite/reader-worker.ts'),
        folder('db/engine/sqlite/writer-worker.ts'),
        folder('db/import/staging-worker.ts'),
        folder('db/backup/backup-process.ts'),
        folder('db/backup/backup-worker.ts'),
        folder('db/standby/follow-process.ts'),
        folder('db/reports/report-worker.ts'),
      ],
      external: ['electron', 'better-sqlite3', /^node:/],
      output: {
        format: 'es',
        preserveModules: true,
        preserveModulesRoot: folder('.'),
        entryFileNames: '[name].js',
      },
    },
  },
});
