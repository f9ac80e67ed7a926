import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('./foreign-write.ts', import.meta.url));

/** Runs SQL against a database file in another process, with none of this program's settings. */
export function writeFromOutside(file: string, sql: string): void {
  execFileSync(process.execPath, [program, file, sql]);
}
