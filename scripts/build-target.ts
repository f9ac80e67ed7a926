import { existsSync } from 'node:fs';
import { join } from 'node:path';
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
} as const satisfies Record<string, Target>;

export type TargetName = keyof typeof targets;
export const targetNames = Object.keys(targets) as TargetName[];

/** The command line as it is built. */
export const builtCli = join(root, targets.cli.product);

/** Builds a target unless it is up to date with its sources. Throws with the build's own words when it fails. */
export async function buildTarget(name: TargetName): Promise<void> {
  const { configs, sources, product, called }: Target = targets[name];
  const stamp = `dist/.${name}`;
  const hash = sourceHash([...sources, ...configs]);
  if (isStamped(stamp, hash) && existsSync(join(root, product))) return;
  process.stderr.write(`Building the ${called}…\n`);
  for (const config of configs) {
    const args = ['build', '--config', config, '--logLevel', 'warn'];
    const { code, stdout, stderr } = await runTool('vite/bin/vite.js', args, { output: 'keep' });
    if (code !== 0) throw new Error(`The ${called} could not be built.\n${stdout}${stderr}`);
  }
  writeStamp(stamp, hash);
}
