import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from './commands/index.ts';
import { describeFindings, gateDecisionsOf, gateOptions } from './gate-options.ts';
import { runCommandLine } from './run-command-line.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-gate-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function cli(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommandLine(commands, args, { out: (text) => out.push(text), err: (text) => err.push(text) });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

test('An import that is held ends with a code of its own and lists what it found; decided, it goes on', async () => {
  const file = join(folder, 'output.csv');
  const rows = Array.from({ length: 20 }, (_, at) => `2024-05-${at + 10},Press 1,${100 + at}`);
  writeFileSync(file, ['Date,Line,Good', ...rows, '2091-05-01,Press 1,100', '2024-05-29,Total,2190'].join('\n'));
  const store = join(folder, 'store');
  const held = await cli('import', file, '--store', store, '--json');
  expect(held.code).toBe(3);
  expect(JSON.parse(held.out).error).toMatchObject({
    code: 'HELD',
    findings: [
      { kind: 'totalRow', count: 1, examples: [{ line: 23 }] },
      { kind: 'inFuture', count: 1, examples: [{ line: 22, values: { productionDate: '2091-05-01' } }] },
    ],
  });
  expect(held.err).toContain('--accept totalRow or --leave-out totalRow');

  const decided = await cli('import', file, '--store', store, '--accept', 'all', '--leave-out', 'totalRow');
  expect(decided.code).toBe(0);
  expect(decided.out).toContain('1 row that looks like totals of other rows (totalRow): left out');
  expect(decided.out).toContain('line 22, Production date 2091-05-01, Line Press 1');
  expect(decided.out).toMatch(/output\.csv +22 +21 +0 +0 +1/);
});

describe('The decisions of a command line', () => {
  test('are by kind, where all keeps what was not named to be left out', () => {
    expect(gateDecisionsOf({ 'leave-out': ['totalRow', 'negativeQuantity'], accept: ['inFuture'] })).toEqual({
      totalRow: 'leaveOut',
      negativeQuantity: 'leaveOut',
      inFuture: 'keep',
    });
    expect(gateDecisionsOf({ accept: ['all'] })).not.toHaveProperty('negativeQuantity');
  });

  test('leave out all that may be left out and is not named to be kept', () => {
    const decisions = gateDecisionsOf({ 'leave-out': ['all'], accept: ['inFuture', 'nameVariant'] });
    expect(decisions).toMatchObject({ inFuture: 'keep', nameVariant: 'keep', totalRow: 'leaveOut' });
    expect(decisions).not.toHaveProperty('wholeWeek');
  });

  test('are offered by --help as far as each option takes them', () => {
    expect(gateOptions.accept.description).toMatch(/wholeWeek.*nameVariant, or all$/);
    expect(gateOptions.accept.description).not.toContain('negativeQuantity');
    expect(gateOptions['leave-out'].description).toMatch(/: negativeQuantity, totalRow.*, or all$/);
    expect(gateOptions['leave-out'].description).not.toMatch(/wholeWeek|nameVariant/);
  });

  test.each([
    [{ accept: ['inTheFuture'] }, /--accept takes one of/],
    [{ accept: ['negativeQuantity'] }, /--accept takes one of/],
    [{ 'leave-out': ['nameVariant'] }, /--leave-out takes one of/],
    [{ accept: ['all'], 'leave-out': ['all'] }, /'all' cannot be kept and left out at once/],
    [{ accept: ['totalRow'], 'leave-out': ['totalRow'] }, /cannot be kept and left out at once/],
  ])('are refused in words where nobody can follow them: %j', (values, words) => {
    expect(() => gateDecisionsOf(values)).toThrow(words);
  });
});

test('A finding is told with what it stands out from', () => {
  const example = { line: null, values: { line: 'L1' }, found: '1300', beside: '130' };
  const finding = { kind: 'dailyJump' as const, count: 1, examples: [example], decision: null, decidedBy: null };
  expect(describeFindings([finding])).toEqual([
    '1 day on which a line made far more than on any other (dailyJump): decide with --accept dailyJump or --leave-out dailyJump',
    '  Line L1, 1300 (usually 130)',
  ]);
});
