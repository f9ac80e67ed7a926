import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commands } from './commands/index.ts';
import { withReference } from './documentation.ts';

const page = readFileSync(new URL('../../docs/cli.md', import.meta.url), 'utf8');

test('docs/cli.md holds every command as the help has it (npm run docs writes it anew)', () => {
  expect(page).toBe(withReference(page, commands));
  expect(page).toContain('### maintain');
});
