import { spawn } from 'node:child_process';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './run-process.ts';

/**
 * For working on the program: builds the window anew when its sources change (reload the page to see it) and
 * restarts the browser host when the service's do. Takes --store DIR and --port N.
 */
const args = process.argv.slice(2);
const port = args.includes('--port') ? [] : ['--port', '4173'];
const store = args.includes('--store') ? [] : ['--store', join(homedir(), 'Throughline-dev')];
const vite = fileURLToPath(new URL('../node_modules/vite/bin/vite.js', import.meta.url));
const options = { cwd: root, stdio: 'inherit' } as const;
const children = [
  spawn(
    process.execPath,
    [vite, 'build', '--watch', '--config', 'vite.renderer.config.ts', '--logLevel', 'warn'],
    options,
  ),
  spawn(process.execPath, ['--watch', 'electron/cli/main.ts', 'serve', ...store, ...port, ...args], options),
];
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    for (const child of children) child.kill(signal);
  });
}
