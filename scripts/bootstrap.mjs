/**
 * Starts a TypeScript script of this project on a machine that may have nothing but an older Node:
 *   node scripts/bootstrap.mjs SCRIPT.ts [arguments]
 * 1. Installs the packages when they are missing or older than package-lock.json.
 * 2. Runs the script under the Node that is pinned among them: better-sqlite3 crashes under an older one, and only a
 *    new one runs TypeScript as it is.
 * It is plain JavaScript for that reason, and it writes nothing to standard output, which belongs to the script.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import module from 'node:module';
import { constants } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const modules = join(root, 'node_modules');
const lockFile = join(root, 'package-lock.json');
/** What was stripped of its types and compiled once starts sooner. */
const compileCache = join(modules, '.cache', 'throughline');
const stampFile = join(modules, '.throughline-lock');

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function isOlder(version, major, minor) {
  const [ownMajor = 0, ownMinor = 0] = version.split('.').map(Number);
  return ownMajor < major || (ownMajor === major && ownMinor < minor);
}

function lockHash() {
  return createHash('sha256').update(readFileSync(lockFile)).digest('hex');
}

function isInstalled(hash) {
  if (existsSync(stampFile)) return readFileSync(stampFile, 'utf8') === hash;
  const npmsOwnRecord = join(modules, '.package-lock.json');
  return existsSync(npmsOwnRecord) && statSync(npmsOwnRecord).mtimeMs >= statSync(lockFile).mtimeMs;
}

/** npm as it was started, or as the system finds it; under the system's Node, as the pinned one is being replaced. */
function npmCommand() {
  const script = process.env.npm_execpath;
  if (script?.endsWith('.js')) return { command: process.env.npm_node_execpath ?? process.execPath, args: [script] };
  return { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', args: [] };
}

function install() {
  const hash = lockHash();
  if (isInstalled(hash)) return;
  // Errors only: its warnings are about the Node that runs npm, while all else runs under the pinned one.
  process.stderr.write('Installing the packages that package-lock.json names…\n');
  const { command, args } = npmCommand();
  const result = spawnSync(command, [...args, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: command.endsWith('.cmd'),
    // A start for production alone would leave out what builds and tests.
    env: { ...process.env, NODE_ENV: 'development' },
  });
  if (result.status !== 0) {
    fail(
      'The packages could not be installed (npm ci failed, see above). Check the network and run the same command again.',
    );
  }
  writeFileSync(stampFile, hash);
}

function findNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const pinned = join(modules, `node-${platform}-${process.arch}`, 'bin', name);
  if (existsSync(pinned)) return pinned;
  if (!isOlder(process.versions.node, 22, 18)) return process.execPath;
  return fail(
    `Throughline runs on Node 22.18 or newer; this is ${process.versions.node}, and there is no Node package for ` +
      `${process.platform} on ${process.arch} to use instead. Install a newer Node and run the same command again.`,
  );
}

async function run(node, script, args) {
  const path = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  process.env[path] = [join(modules, '.bin'), process.env[path]].join(delimiter);
  if (realpathSync(node) === realpathSync(process.execPath)) {
    process.argv = [process.execPath, script, ...args];
    module.enableCompileCache?.(compileCache);
    process.env.NODE_COMPILE_CACHE ??= compileCache; // for threads and processes, which do not share it
    await import(pathToFileURL(script).href);
    return;
  }
  const child = spawn(node, [script, ...args], {
    stdio: 'inherit',
    env: { NODE_COMPILE_CACHE: compileCache, ...process.env },
  });
  // Ctrl+C reaches the script by itself, which ends in its own time; other requests to end are passed on.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

if (isOlder(process.versions.node, 20, 0)) {
  fail(
    `Throughline needs Node 20 or newer to start; this is ${process.versions.node}. Install a newer Node and try again.`,
  );
}
const [script, ...args] = process.argv.slice(2);
if (!script) fail('Say which script to run: node scripts/bootstrap.mjs SCRIPT.ts');
install();
await run(findNode(), resolve(root, script), args);
