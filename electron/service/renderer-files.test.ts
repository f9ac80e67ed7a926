import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentSecurityPolicy, findRendererFile } from './renderer-files.ts';

let scratch: string;
let folder: string;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'throughline-renderer-'));
  folder = join(scratch, 'renderer');
  await mkdir(join(folder, 'assets'), { recursive: true });
  await writeFile(join(folder, 'index.html'), '<!doctype html>');
  await writeFile(join(folder, 'assets', 'app-1a2b.js'), '1');
  await writeFile(join(folder, 'notes.txt'), 'not for the window');
  await writeFile(join(scratch, 'secret.json'), '{}');
  await mkdir(join(scratch, 'renderer-old'));
  await writeFile(join(scratch, 'renderer-old', 'old.js'), '1');
});
afterAll(() => rm(scratch, { recursive: true }));

test('the root is the page, and assets may be kept for ever', async () => {
  expect(await findRendererFile(folder, '/')).toMatchObject({
    contentType: 'text/html; charset=utf-8',
    immutable: false,
  });
  expect(await findRendererFile(folder, '/assets/app-1a2b.js')).toMatchObject({ bytes: 1, immutable: true });
});

test.each([
  '/../secret.json',
  '/..%2fsecret.json',
  '/%2e%2e/secret.json',
  '/..%5csecret.json',
  '/assets/../../secret.json',
  '/../renderer-old/old.js',
  '/%00index.html',
  '/%E0%A4%A',
  '/assets',
  '/notes.txt',
  '/missing.js',
])('%s leads nowhere', async (path) => {
  expect(await findRendererFile(folder, path)).toBeNull();
});

test('the policy lets no script stand in the page and nothing come from elsewhere', () => {
  const policy = contentSecurityPolicy(["'self'"]);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toMatch(/script-src 'self';/);
  expect(policy).not.toMatch(/\*|https?:|unsafe-eval/);
});
