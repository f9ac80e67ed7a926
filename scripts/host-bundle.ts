import { fileURLToPath } from 'node:url';
import type { UserConfig } from 'vite';
import { builtName, entries } from '../db/entry-file.ts';

const folder = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** What cannot be put together with the rest: native code, what starts threads of its own, and what reads files beside itself. */
const apart = ['electron', 'better-sqlite3', 'piscina', 'pino', 'pdfkit'];

/**
 * How a host is built: its main module, and what the engine runs in threads and processes of their own. All is put together with
 * the packages into few files, as finding and opening a thousand is most of a start; they stand in one folder, see db/entry-file.ts.
 */
export function hostBundle(main: string, outDir: string): UserConfig {
  return {
    ssr: { noExternal: true, external: apart },
    build: {
      ssr: true,
      target: 'node24',
      outDir: folder(outDir),
      emptyOutDir: true,
      minify: false,
      rolldownOptions: {
        input: {
          main: folder(main),
          ...Object.fromEntries(entries.map((entry) => [builtName(entry), folder(`db/${entry}.ts`)])),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  };
}
