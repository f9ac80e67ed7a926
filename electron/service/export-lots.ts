import type { Engine } from '../../db/engine/engine.ts';
import { readTouchedLots } from '../../db/engine/lots/touched-lots.ts';
import type { TouchedLot, TouchedLots, TouchRule } from '../../shared/contract/lots.ts';
import type { Cell } from '../../shared/query/answer.ts';
import { type ExportedFile, exportCsv } from './exports.ts';
import type { JobControl } from './job-runner.ts';
import { warningsIn } from './reports/ask-report.ts';
import type { CsvOptions } from './reports/csv-report.ts';

/** The columns of touched lots; amounts are those of the whole lot. */
const columns: readonly [heading: string, value: (lot: TouchedLot) => Cell][] = [
  ['lot_number', ({ lot }) => lot],
  ['first_date', ({ firstDate }) => firstDate],
  ['last_date', ({ lastDate }) => lastDate],
  ['lines', ({ lines }) => lines.join('; ')],
  ['item_codes', ({ items }) => items.map(({ code }) => code).join('; ')],
  ['item_names', ({ items }) => items.map(({ code, name }) => name ?? code).join('; ')],
  ['units', ({ units }) => units.join('; ')],
  ['good_quantity', ({ good }) => good],
  ['defect_quantity', ({ defects }) => defects],
  ['yield', (lot) => lot.yield],
  ['records', ({ records }) => records],
  ['touching_records', ({ touching }) => touching],
];

const ruleWords: Record<TouchRule, (found: TouchedLots) => string> = {
  line: ({ lines, from, to }) => `lots on ${lines.join(', ')} from ${from} to ${to}`,
  order: ({ orders }) => `lots with records of the order ${orders.join(', ')}`,
  crew: ({ crews, from, to }) =>
    `lots that ${crews.map(({ operator, shift }) => `${operator} (${shift})`).join(', ')} worked on from ${from} to ${to}`,
};

/** Writes the lots that a rule finds beside a lot as CSV into `folder`, in the order of their first day. */
export async function exportTouchedLots(
  engine: Engine,
  folder: string,
  asked: { lot: string; rule: TouchRule },
  options: CsvOptions,
  control: JobControl,
): Promise<ExportedFile> {
  const cancelled = new AbortController();
  control.onCancel(() => cancelled.abort());
  const asOf = new Date().toISOString();
  const found = await readTouchedLots(engine, { ...asked, limit: Number.MAX_SAFE_INTEGER }, cancelled.signal);
  const expected = found.counts[asked.rule] ?? 0;
  return exportCsv(folder, 'lots', options.byteOrderMark, async (file) => {
    await file.write(columns.map(([heading]) => heading));
    for (const lot of found.lots) await file.write(columns.map(([, value]) => value(lot)));
    if (!options.about) return expected;
    const about: Cell[][] = [
      [],
      ['about this file'],
      ['lot', asked.lot],
      ['rule', ruleWords[asked.rule](found)],
      ['records of the rule without a lot', found.withoutLot],
      ['quantities', 'of the whole lot, not of the touching records alone'],
      ['unit of yield', 'fraction of 1'],
      ['as of', asOf],
      ['rows', expected],
      ...(await warningsIn(engine, {}, 'en')).map((words): Cell[] => ['warning', words]),
    ];
    for (const line of about) await file.write(line);
    return expected;
  });
}
