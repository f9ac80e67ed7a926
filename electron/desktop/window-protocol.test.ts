import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

const registered = vi.hoisted(() => [] as unknown[]);
vi.mock('electron', () => ({
  protocol: { registerSchemesAsPrivileged: (schemes: unknown) => registered.push(schemes) },
}));

const { answerRequest, registerWindowScheme } = await import('./window-protocol.ts');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-window-'));
  await mkdir(join(folder, 'renderer'));
  await writeFile(join(folder, 'renderer', 'index.html'), '<!doctype html>');
  await writeFile(join(folder, 'secret.json'), '{}');
});
afterAll(() => rm(folder, { recursive: true }));

const answer = (url: string) => answerRequest(join(folder, 'renderer'), url);

test('the page comes with a policy that lets no script stand in it', async () => {
  const response = await answer('app://throughline/');
  expect(response.status).toBe(200);
  expect(response.headers.get('content-security-policy')).toContain("script-src 'self';");
  expect(await response.text()).toBe('<!doctype html>');
});

test('other hosts and paths out of the folder lead nowhere', async () => {
  expect((await answer('app://other/')).status).toBe(404);
  expect((await answer('app://throughline/..%2fsecret.json')).status).toBe(404);
});

test('the scheme is a secure one with an origin', () => {
  registerWindowScheme();
  expect(registered).toEqual([
    [{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }],
  ]);
});
