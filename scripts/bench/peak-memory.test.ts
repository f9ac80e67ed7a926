import { expect, test } from 'vitest';
import { runProcess } from '../run-process.ts';

const BYTES_HELD = 400 * 1_024 * 1_024;

test('the most memory of a process is its own, however much the one has that started it', async () => {
  const held = Buffer.alloc(BYTES_HELD, 1);
  const module = JSON.stringify(new URL('./peak-memory.ts', import.meta.url).href);
  const script = `import(${module}).then(({ peakMemory }) => console.log(peakMemory()))`;
  const { stdout } = await runProcess(process.execPath, ['--eval', script], { output: 'keep' });
  expect(Number(stdout)).toBeGreaterThan(10_000_000);
  expect(Number(stdout)).toBeLessThan(held.length);
});
