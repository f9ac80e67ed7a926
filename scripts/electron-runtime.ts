import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runTool } from './run-process.ts';

const FETCH_LIMIT_MS = 180_000;
const folder = join(root, 'node_modules', 'electron');
/** Remembers a fetch that failed; it goes when the packages are installed anew. */
const failureStamp = join(folder, '.fetch-failed');

export type Runtime = { path: string } | { path: null; reason: string };

/** The Electron executable that is installed; null when there is none. Never imports electron, which would fetch it. */
export function findElectron(): string | null {
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist');
  const path = join(dist, readFileSync(pathFile, 'utf8').trim());
  return existsSync(path) ? path : null;
}

/** Why a desktop window could not be opened on this machine even with the runtime; null when it could. */
export function noDesktopReason(): string | null {
  if (process.platform !== 'linux') return null;
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'there is no display';
  if (process.getuid?.() === 0) return "Electron's sandbox does not run as root";
  return null;
}

/** The installed runtime, fetching it when it is missing: once, unless `again` asks to forget an earlier failure. */
export async function obtainElectron(again: boolean): Promise<Runtime> {
  const found = findElectron();
  if (found) return { path: found };
  if (again) rmSync(failureStamp, { force: true });
  if (existsSync(failureStamp)) return { path: null, reason: readFileSync(failureStamp, 'utf8') };
  process.stderr.write("Fetching Electron's runtime, which is done once…\n");
  const { code, stderr } = await runTool('electron/install.js', [], { output: 'keep', timeLimitMs: FETCH_LIMIT_MS });
  const fetched = findElectron();
  if (fetched) return { path: fetched };
  const detail = code === null ? 'it took longer than three minutes' : (firstSentence(stderr) ?? `code ${code}`);
  const reason = `Electron's runtime could not be fetched (${detail})`;
  writeFileSync(failureStamp, reason);
  return { path: null, reason };
}

function firstSentence(text: string): string | undefined {
  return text
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line !== '' && !line.startsWith('at '))
    ?.replace(/^\w*Error: /, '')
    .slice(0, 160);
}
