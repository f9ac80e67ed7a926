import { expect, test } from 'vitest';
import { root, runProcess } from './run-process.ts';

/** Tells on standard error of each module of the project that is loaded. */
const told = `import { registerHooks } from 'node:module';
registerHooks({ load(url, context, next) {
  if (url.startsWith('file:') && !url.includes('node_modules')) process.stderr.write(url + '\\n');
  return next(url, context);
} });`;

test('The command line that npm runs is the built one, and writes its answer alone to standard output', async () => {
  const args = ['scripts/bootstrap.mjs', 'scripts/cli.ts', 'status', '--store', `${root}/.vitest/none`, '--json'];
  const hook = `data:text/javascript,${encodeURIComponent(told)}`;
  const { stdout, stderr } = await runProcess(process.execPath, ['--import', hook, ...args], { output: 'keep' });
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'NOT_FOUND' } });
  expect(stderr).toContain('/dist/cli/main.js');
  expect(stderr).not.toContain('/electron/');
});
