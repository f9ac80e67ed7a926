import { relative } from 'node:path';
import { root } from './run-process.ts';

/** The tests that failed by vitest's JSON report, a line each: file, name and the first line of what went wrong. */
export function failuresOfVitest(report: {
  testResults: {
    name: string;
    message?: string;
    status: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] | null }[];
  }[];
}): string[] {
  return report.testResults.flatMap(({ name: path, message, status, assertionResults }) => {
    const name = relative(root, path);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [failure(name, 'the file', message)] : [];
    return failed.map(({ fullName, failureMessages }) => failure(name, fullName, failureMessages?.[0]));
  });
}

interface Suite {
  specs: {
    file: string;
    title: string;
    ok: boolean;
    tests: { results: { errors: { message?: string }[] }[] }[];
  }[];
  suites?: Suite[];
}

/** The same by Playwright's JSON report. */
export function failuresOfPlaywright(report: { suites: Suite[]; errors: { message?: string }[] }): string[] {
  const specs = report.suites.flatMap(specsWithin).filter(({ ok }) => !ok);
  return [
    ...report.errors.map(({ message }) => failure('end-to-end', 'all', message)),
    ...specs.map(({ file, title, tests }) => {
      const messages = tests.flatMap(({ results }) => results.flatMap(({ errors }) => errors));
      return failure(file, title, messages[0]?.message);
    }),
  ];
}

function specsWithin({ specs, suites = [] }: Suite): Suite['specs'] {
  return [...specs, ...suites.flatMap(specsWithin)];
}

function failure(file: string, name: string, message = ''): string {
  return `${file} › ${name}: ${message.split('\n', 1)[0]}`;
}
