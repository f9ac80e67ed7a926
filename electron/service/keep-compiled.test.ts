import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const scratch = mkdtempSync(join(tmpdir(), 'throughline-compiled-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** A process that keeps what it compiles, as the desktop host does, and loads a module; returns what it printed. */
function start(folder: string): string {
  const module = join(scratch, 'module.mjs');
  writeFileSync(module, `console.log('loaded', process.env.NODE_COMPILE_CACHE);`);
  const keeping = JSON.stringify(new URL('./keep-compiled.ts', import.meta.url).href);
  const script = `const { keepCompiled } = await import(${keeping}); keepCompiled(${JSON.stringify(folder)}); await import(${JSON.stringify(pathToFileURL(module).href)});`;
  const { NODE_COMPILE_CACHE: _, ...env } = process.env;
  return execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', env }).trim();
}

test('what is loaded after it is kept compiled in the folder, by threads and processes as well', () => {
  const folder = join(scratch, 'compiled');
  expect(start(folder)).toBe(`loaded ${folder}`);
  expect(readdirSync(folder, { recursive: true }).length).toBeGreaterThan(1);
});

test('a folder that cannot be written keeps nothing from starting', () => {
  const file = join(scratch, 'a-file');
  writeFileSync(file, '');
  expect(start(join(file, 'compiled'))).toContain('loaded');
});
