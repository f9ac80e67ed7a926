import { expect, test } from 'vitest';
import { restoreCommand } from './restore-command.ts';

const at = '2026-03-31T14:00:00.000Z';

test('a path of several words is one word of the command', () => {
  expect(restoreCommand({ store: '/data/my plant', folder: '/mnt/backups', at })).toBe(
    `npm run -s cli -- restore --backup /mnt/backups --at ${at} --store "/data/my plant"`,
  );
});

test('a path of Windows stays as it is', () => {
  expect(restoreCommand({ store: 'C:\\plant', folder: 'E:\\backups', at })).toContain('--backup E:\\backups --at');
});
