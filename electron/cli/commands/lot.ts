import { resolve } from 'node:path';
import {
  type LotStory,
  type LotSummary,
  type SimilarLots,
  type TouchedLots,
  type TouchRule,
  touchRules,
} from '../../../shared/contract/lots.ts';
import { warningsOf } from '../../../shared/query/missing.ts';
import type { RecordDetail } from '../../../shared/query/records-query.ts';
import { counted } from '../../../shared/text/counted.ts';
import { explainWords } from '../../../shared/text/explain.ts';
import { textOption, usageError } from '../arguments.ts';
import type { Outcome, StoreCommand, StoreInvocation } from '../command.ts';
import { placeFile } from '../place-file.ts';
import { finishJob } from '../run-job.ts';
import { formatNumber, formatTable } from '../table.ts';

const LOTS_FOUND = 50;
const LOTS_ALIKE = 10;
const MOST_LISTED = 10_000;

export const lot: StoreCommand = {
  name: 'lot',
  parameters: 'NUMBER [--find] [--like] [--touched line|order|crew [--out FILE]]',
  summary:
    "Tells one lot's whole story; or finds lots by a part of their number, lots like it, and what else was touched.",
  store: 'read',
  options: {
    find: { description: 'list the lots whose number contains this, in letters of either size' },
    like: { description: 'list the lots of its item and line whose defects are most like its own' },
    touched: {
      value: 'RULE',
      description:
        'list the lots to look at should it be recalled: line (on the same lines between its first and last day), order (of the same order), crew (same operator and shift on these days)',
    },
    out: { value: 'FILE', description: 'write what was touched as CSV' },
  },
  async run(invocation) {
    const { positionals, values, client } = invocation;
    const [number, ...more] = positionals;
    const rule = textOption(values, 'touched');
    const out = textOption(values, 'out');
    const asked = [values.find, values.like, rule].filter((each) => each !== undefined).length;
    if (number === undefined || more.length > 0 || asked > 1) throw usageError(lot, 'Which lot, and what of it?');
    if (out !== undefined && rule === undefined) throw usageError(lot, '--out goes with --touched.');
    if (values.find) return tellFound(invocation, number);
    if (values.like) {
      const similar = await client.lots.similar({ lot: number, limit: LOTS_ALIKE });
      return { json: similar, text: describeSimilar(similar) };
    }
    if (rule === undefined) return tellStory(invocation, number);
    const known = touchRules.find((each) => each === rule);
    if (known === undefined)
      throw usageError(lot, `The rule '${rule}' is not known; there are ${touchRules.join(', ')}.`);
    if (out !== undefined) return writeTouched(invocation, { lot: number, rule: known }, out);
    const touched = await client.lots.touched({ lot: number, rule: known, limit: MOST_LISTED });
    return { json: touched, text: describeTouched(touched) };
  },
};

async function tellFound({ client }: StoreInvocation, part: string): Promise<Outcome> {
  const found = await client.lots.find({ part, limit: LOTS_FOUND });
  const notes = [
    ...(found.newest === null
      ? []
      : [`Looked for among the newest ${formatNumber(found.newest)} records; three letters search all.`]),
    ...(found.more ? ['There are more; give more of the number.'] : []),
  ];
  return {
    json: found,
    text: [summaryTable(found.lots), '', `${counted(found.lots.length, 'lot')}.`, ...notes].join('\n'),
  };
}

async function tellStory({ client }: StoreInvocation, number: string): Promise<Outcome> {
  const story = await client.lots.story({ lot: number });
  const { plan } = await client.query.run({ measures: ['records'], filters: [{ field: 'lot', in: [number] }] });
  const warnings = warningsOf(plan).map(({ name, reason }) => `${name} is ${explainWords.en.partition(reason)}`);
  return { json: { ...story, warnings }, text: [describeStory(story), ...warnings].join('\n') };
}

async function writeTouched(
  invocation: StoreInvocation,
  asked: { lot: string; rule: TouchRule },
  out: string,
): Promise<Outcome> {
  const { jobId } = await invocation.client.exports.touchedLots(asked);
  const { result } = await finishJob(invocation, jobId);
  const target = resolve(out);
  await placeFile(invocation.service.downloads.get(String(result?.downloadId)).path, target);
  const rows = Number(result?.rows ?? 0);
  return { json: { file: target, rows }, text: `${counted(rows, 'lot')} in ${target}` };
}

function describeStory({ summary, records, orders, sources, changes, neighbours }: LotStory): string {
  const rows = records.map((record) => [
    record.startedAt === null ? record.productionDate : record.startedAt.slice(0, 16).replace('T', ' '),
    record.line,
    record.shift,
    record.operator,
    record.itemCode,
    shown(record.goodQuantity),
    shown(record.defectQuantity),
    shown(record.downMinutes),
    reasonsOf(record),
  ]);
  const columns = ['when', 'line', 'shift', 'operator', 'item', 'good', 'defects', 'down min', 'reasons'].map(
    (title, at) => ({
      title,
      align: at >= 5 && at <= 7 ? ('right' as const) : ('left' as const),
    }),
  );
  return [
    summaryTable([summary]),
    '',
    formatTable(columns, rows),
    ...(records.length < summary.records
      ? [`The first ${formatNumber(records.length)} of ${counted(summary.records, 'record')}.`]
      : []),
    '',
    `Orders: ${orders.map(({ order }) => order).join(', ') || 'none recorded'}`,
    ...sources.map(({ batchId, file, records: count, firstLine, lastLine }) => {
      return `Import ${batchId} (${file}): ${counted(count, 'record')} on the lines ${firstLine} to ${lastLine}`;
    }),
    ...neighbours.map(({ line, before, after }) => {
      const names = (side: typeof before) => side.map(({ summary: { lot: number } }) => number).join(', ') || 'none';
      return `On ${line} before it: ${names(before)}; after it: ${names(after)}`;
    }),
    changes.length === 0
      ? 'No import changed it.'
      : `${counted(changes.length, 'change')} by imports; 'changes ${summary.lot}' tells them.`,
  ].join('\n');
}

function reasonsOf({ defects, downtimes }: RecordDetail): string {
  return [
    ...defects.map(({ reason, quantity }) => `${reason} ${formatNumber(quantity)}`),
    ...downtimes.map(({ reason, minutes }) => `${reason} ${formatNumber(minutes)} min`),
  ].join(', ');
}

function describeSimilar({ own, item, line, from, to, compared, lots }: SimilarLots): string {
  if (own === null || item === null)
    return 'Good and defects have to be recorded with an item and a line for lots to be compared.';
  const columns = ['lot', 'from', 'to', 'yield', 'apart', 'defects'].map((title, at) => ({
    title,
    align: at === 3 || at === 4 ? ('right' as const) : ('left' as const),
  }));
  const rows = [own, ...lots].map((each) => [
    each.lot,
    each.firstDate,
    each.lastDate,
    percent(each.yield),
    each === own ? null : percent(each.distance),
    each.reasons.map(({ reason, share }) => `${reason ?? 'not recorded'} ${percent(share)}`).join(', '),
  ]);
  return `${formatTable(columns, rows)}\n\nLots of ${item.name ?? item.code} on ${line} from ${from} to ${to}, ${formatNumber(compared)} compared: the nearer, the less their share of defects differs, reason by reason.`;
}

function describeTouched({ rule, counts, lots, withoutLot }: TouchedLots): string {
  const count = counts[rule];
  if (count === null) return 'The lot has not recorded what this rule goes by.';
  const others = touchRules
    .map((each) => `${each} ${counts[each] === null ? '–' : formatNumber(counts[each])}`)
    .join(', ');
  return [
    summaryTable(lots),
    '',
    `${counted(count, 'lot')}. By each rule: ${others}.`,
    ...(lots.length < count ? [`The first ${formatNumber(lots.length)} are listed; --out FILE writes all.`] : []),
    ...(withoutLot > 0 ? [`${counted(withoutLot, 'record')} more without a lot number.`] : []),
  ].join('\n');
}

function summaryTable(lots: readonly LotSummary[]): string {
  const columns = ['lot', 'from', 'to', 'lines', 'items', 'records', 'good', 'defects', 'unit', 'yield'].map(
    (title) => ({
      title,
      align: ['records', 'good', 'defects', 'yield'].includes(title) ? ('right' as const) : ('left' as const),
    }),
  );
  return formatTable(
    columns,
    lots.map((each) => [
      each.lot,
      each.firstDate,
      each.lastDate,
      each.lines.join(', '),
      each.items.map(({ code }) => code).join(', '),
      formatNumber(each.records),
      shown(each.good),
      shown(each.defects),
      each.units.join(', '),
      each.yield === null ? null : percent(each.yield),
    ]),
  );
}

function shown(value: number | null): string | null {
  return value === null ? null : formatNumber(value);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}
