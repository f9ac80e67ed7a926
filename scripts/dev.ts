import { spawn } from 'node:child_process';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildTarget } from './build-target.ts';
import { root } from './run-process.ts';

/**
 * For working on the program: builds the window anew when its sources change (reload the page to see it) and
 * restarts the browser host when the service's do. Takes --store DIR and --port N.
 */
const args = process.argv.slice(2);
const port = args.includes('--port') ? [] : ['--port', '4173'];
const store = args.includes('--store') ? [] : ['--store', join(homedir(), 'Throughline-dev')];
const vite = fileURLToPath(new URL('../node_modules/vite/bin/vite.js', import.meta.url));
await buildTarget('renderer'); // the host does not start without a window
const options = { cwd: root, stdio: 'inherit' } as const;
const children = [
  spawn(
    process.execPath,
    // Without emptying: the page in use must not lose its files while the next ones are made.
    [vite, 'build', '--watch', '--emptyOutDir', 'false', '--config', 'vite.renderer.config.ts', '--logLevel', 'warn'],
    options,
  ),
  spawn(process.execPath, ['--watch', 'electron/cli/main.ts', 'serve', ...store, ...port, ...args], options),
];
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    for (const child of children) child.kill(signal);
  });
}
