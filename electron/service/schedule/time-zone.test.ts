import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const module = fileURLToPath(new URL('./time-zone.ts', import.meta.url));
const program = `import { systemTimeZone } from ${JSON.stringify(module)};
const first = systemTimeZone();
process.env.TZ = 'America/New_York';
console.log([first, systemTimeZone(), new Date(0).getHours()].join());`;

test('a zone that is set for the program holds, and one that changes while it runs is noticed', () => {
  const env = { ...process.env, TZ: 'Asia/Seoul' };
  const said = execFileSync(process.execPath, ['--input-type=module', '--eval', program], { env, encoding: 'utf8' });
  expect(said.trim()).toBe('Asia/Seoul,America/New_York,19');
});
