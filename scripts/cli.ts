/**
 * The command line as it is built, which is what `npm run cli` starts: threads that run sources take a quarter more memory and upwards.
 * 1. Where sources changed since it was built it is built first, which is told on standard error.
 * 2. Where it cannot be built, as in a folder that only others may write to, the sources run as they are.
 */
import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildTarget, builtCli, isBuilt } from './build-target.ts';
import { root } from './run-process.ts';

function mayWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

const runsSources = !isBuilt('cli') && !mayWrite(root);
if (!runsSources) await buildTarget('cli');
await import(pathToFileURL(runsSources ? join(root, 'electron/cli/main.ts') : builtCli).href);
