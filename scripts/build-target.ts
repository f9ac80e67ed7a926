import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root, runTool } from './run-process.ts';
import { isStamped, sourceHash, writeStamp } from './source-stamp.ts';

interface Target {
  configs: readonly string[];
  sources: readonly string[];
  /** A file that the build makes. */
  product: string;
  /** What it is called while it is built. */
  called: string;
}

/** What every host is made of. */
const hostSources = ['db/**/*.ts', 'shared/**/*.ts', 'scripts/host-bundle.ts', 'package-lock.json'];

const targets = {
  renderer: {
    configs: ['vite.renderer.config.ts'],
    sources: ['renderer/**/*.{ts,tsx,js,css,html,svg,png}', 'shared/**/*.ts', 'package-lock.json'],
    product: 'dist/renderer/index.html',
    called: 'window',
  },
  desktop: {
    configs: ['vite.desktop.config.ts', 'vite.preload.config.ts'],
    sources: ['electron/{desktop,service}/**/*.ts', ...hostSources],
    product: 'dist/desktop/main.js',
    called: 'desktop host',
  },
  cli: {
    configs: ['vite.cli.config.ts'],
    sources: ['electron/{cli,browser,service}/**/*.ts', ...hostSources],
    product: 'dist/cli/main.js',
    called: 'command line',
  },
  faults: {
    configs: ['vite.faults.config.ts'],
    sources: hostSources,
    product: 'dist/faults/main.js',
    called: 'jobs of the fault suite',
  },
  bench: {
    configs: ['vite.bench.config.ts'],
    sources: ['scripts/bench/{import-once,peak-memory}.ts', ...hostSources],
    product: 'dist/bench/main.js',
    called: 'import of the bench',
  },
} as const satisfies Record<string, Target>;

export type TargetName = keyof typeof targets;
/** What the program itself consists of. */
export const programTargets = ['renderer', 'desktop', 'cli'] as const satisfies TargetName[];

/** The command line as it is built. */
export const builtCli = join(root, targets.cli.product);
/** The jobs of the fault suite as they are built: each try starts a process, of which most would be the finding of its modules. */
export const builtFaults = join(root, targets.faults.product);
/** An import as it is built: what takes types away would be a tenth of the memory that is measured. */
export const builtBench = join(root, targets.bench.product);

/** Builds a target unless it is up to date with its sources. Throws with the build's own words when it fails. */
export async function buildTarget(name: TargetName): Promise<void> {
  const { configs, product, called }: Target = targets[name];
  const hash = hashOf(name);
  if (isMade(name, hash)) return;
  process.stderr.write(`Building the ${called}…\n`);
  const folder = join(root, dirname(product));
  const beside = `${folder}.${process.pid}`;
  try {
    for (const [nth, config] of configs.entries()) {
      const place = ['--outDir', beside, nth === 0 ? '--emptyOutDir' : '--no-emptyOutDir'];
      const args = ['build', '--config', config, '--logLevel', 'warn', ...place];
      const { code, stdout, stderr } = await runTool('vite/bin/vite.js', args, { output: 'keep' });
      if (code !== 0) throw new Error(`The ${called} could not be built.\n${stdout}${stderr}`);
    }
    takePlace(beside, folder);
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
  writeStamp(stampOf(name), hash);
}

/** Whether a target is built of its sources as they are. */
export function isBuilt(name: TargetName): boolean {
  return isMade(name, hashOf(name));
}

const stampOf = (name: TargetName) => `dist/.${name}`;

function hashOf(name: TargetName): string {
  const { sources, configs }: Target = targets[name];
  return sourceHash([...sources, ...configs]);
}

function isMade(name: TargetName, hash: string): boolean {
  return isStamped(stampOf(name), hash) && existsSync(join(root, targets[name].product));
}

/** Others may move the same folder at the same time. */
const MOST_TRIES = 5;

/** Two that start at once may both build: what is there is whole at any time, and the last to come stays. */
function takePlace(built: string, folder: string): void {
  const before = `${built}.before`;
  for (let tries = 1; ; tries += 1) {
    try {
      if (existsSync(folder)) renameSync(folder, before);
      renameSync(built, folder);
      return;
    } catch (error) {
      if (tries === MOST_TRIES) throw error;
    } finally {
      rmSync(before, { recursive: true, force: true });
    }
  }
}
