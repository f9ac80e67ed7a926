import { spawn } from 'node:child_process';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { buildTarget, builtCli } from './build-target.ts';
import { noDesktopReason, obtainElectron } from './electron-runtime.ts';
import { root } from './run-process.ts';

const usage = `npm start [-- options]
  --store DIR              the store to open (default: ${join('~', 'Throughline')})
  --host browser|desktop   where to open it (default: desktop where Electron can run, else browser)
  --port N                 port of the browser host (default: one that is free)
  --no-open                do not open a browser
`;

/** Electron ends with this when it could not start at all, as when a system library is missing. */
const COULD_NOT_START = [126, 127, 133, 134, 139, null];

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function openInBrowser(storeFolder: string, port: number, open: boolean, reason: string): Promise<number> {
  await buildTarget('renderer');
  await buildTarget('cli');
  say(`Browser host, because ${reason}.\nIts store is ${storeFolder}. Press Ctrl+C to close it.`);
  const options = ['--store', storeFolder, '--port', String(port), ...(open ? ['--open'] : [])];
  process.argv = [process.execPath, builtCli, 'serve', ...options];
  await import(pathToFileURL(builtCli).href);
  return Number(process.exitCode ?? 0);
}

async function openOnDesktop(electron: string, storeFolder: string, reason: string): Promise<number | null> {
  await buildTarget('renderer');
  await buildTarget('desktop');
  say(`Desktop host, because ${reason}.`);
  const child = spawn(electron, [root, '--store', storeFolder], { stdio: 'inherit' });
  process.on('SIGINT', () => {}); // reaches Electron by itself
  process.on('SIGTERM', () => child.kill());
  return new Promise((settle) => {
    child.on('error', () => settle(null));
    child.on('exit', (code) => settle(code));
  });
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      store: { type: 'string' },
      host: { type: 'string' },
      port: { type: 'string', default: '0' },
      'no-open': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new RangeError('--port takes a number up to 65535');
  if (values.host !== undefined && !['browser', 'desktop'].includes(values.host)) {
    throw new RangeError("--host takes 'browser' or 'desktop'");
  }
  const storeFolder = resolve(values.store ?? join(homedir(), 'Throughline'));
  const inBrowser = (reason: string) => openInBrowser(storeFolder, port, !values['no-open'], reason);
  const asked = values.host === 'desktop';

  if (values.host === 'browser') {
    return inBrowser('it was asked for');
  }
  const runtime = await obtainElectron(asked);
  if (runtime.path === null) {
    if (asked) throw new Error(`The desktop host cannot be opened: ${runtime.reason}. Use --host browser.`);
    return inBrowser(runtime.reason);
  }
  const obstacle = noDesktopReason();
  if (obstacle && !asked) {
    return inBrowser(obstacle);
  }
  const code = await openOnDesktop(
    runtime.path,
    storeFolder,
    asked ? 'it was asked for' : "Electron's runtime is here",
  );
  if (COULD_NOT_START.includes(code) && !asked) {
    return inBrowser("Electron's runtime could not start on this machine");
  }
  return code ?? 1;
}

/** Wrong usage, as parseArgs and the checks above report it. */
function isUsageError(error: unknown): boolean {
  return error instanceof RangeError || (error instanceof TypeError && 'code' in error);
}

try {
  process.exitCode = await main();
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(isUsageError(error) ? `${message}\n\n${usage}` : `${message}\n`);
  process.exitCode = isUsageError(error) ? 2 : 1;
}
