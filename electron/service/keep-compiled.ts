import { enableCompileCache } from 'node:module';

/**
 * Has what this process, its threads and the processes it starts compile kept in a folder, for the next start. Holds for
 * what is loaded from then on. Where the folder cannot be written, everything is compiled as before.
 */
export function keepCompiled(folder: string): void {
  enableCompileCache(folder);
  process.env.NODE_COMPILE_CACHE ??= folder; // threads and processes do not share it
}
