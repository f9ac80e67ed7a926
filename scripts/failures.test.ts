import { join } from 'node:path';
import { expect, test } from 'vitest';
import { failuresOfPlaywright, failuresOfVitest } from './failures.ts';
import { root } from './run-process.ts';

test('what failed is named with its file and the first line of why, a file that could not be loaded too', () => {
  const passed = { status: 'passed', fullName: 'adds', failureMessages: [] };
  const failed = { status: 'failed', fullName: 'subtracts', failureMessages: ['expected 1 to be 2\n  at a.ts:3'] };
  expect(
    failuresOfVitest({
      testResults: [
        { name: join(root, 'a.test.ts'), status: 'failed', assertionResults: [passed, failed] },
        { name: join(root, 'b.test.ts'), status: 'failed', message: 'No such module', assertionResults: [] },
        { name: join(root, 'c.test.ts'), status: 'passed', assertionResults: [passed] },
      ],
    }),
  ).toEqual(['a.test.ts › subtracts: expected 1 to be 2', 'b.test.ts › the file: No such module']);
});

test('specs that failed are named however deep they lie, and a run that could not begin too', () => {
  const spec = (title: string, ok: boolean, errors: { message?: string }[]) => ({
    file: 'records.spec.ts',
    title,
    ok,
    tests: [{ results: [{ errors }] }],
  });
  const within = { specs: [spec('scrolls', false, [{ message: 'not in view\n32 times' }])] };
  expect(
    failuresOfPlaywright({
      suites: [{ specs: [spec('opens', true, [])], suites: [within] }],
      errors: [{ message: 'No browser' }],
    }),
  ).toEqual(['end-to-end › all: No browser', 'records.spec.ts › scrolls: not in view']);
});
