import type { Cell, Column, ServedAnswer } from '../../../shared/query/answer.ts';
import { warningsOf } from '../../../shared/query/missing.ts';
import { parseReportQuery, type ReportQuery } from '../../../shared/query/report-query.ts';
import { counted } from '../../../shared/text/counted.ts';
import { explainWords } from '../../../shared/text/explain.ts';
import { integerOption, readJsonArgument, usageError } from '../arguments.ts';
import type { StoreCommand } from '../command.ts';
import type { Client } from '../local-client.ts';
import { formatNumber, formatTable } from '../table.ts';

export const query: StoreCommand = {
  name: 'query',
  parameters: 'JSON|@FILE|-',
  summary: 'Answers a query over all years: measures, dimensions, range, filters, order and limit.',
  store: 'read',
  options: {
    'time-limit': {
      value: 'SECONDS',
      description: 'stop reading after so long, 0 for never (default: the setting of the store, 60 unless changed)',
    },
  },
  async run({ positionals, values, client }) {
    const [argument, ...more] = positionals;
    if (argument === undefined || more.length > 0)
      throw usageError(query, 'One query, please, quoted as one argument.');
    const timeLimitSeconds = integerOption(values, 'time-limit', { min: 0, max: 86_400 });
    const asked = parseReportQuery(await readJsonArgument(argument));
    const { columns, rows, groups, asOf, plan, elapsedMs } = await answerTo(client, asked, timeLimitSeconds);
    const table = formatTable(
      columns.map((column) => ({ title: titleOf(column), align: isText(column) ? 'left' : 'right' })),
      rows.map((row) => row.map((cell, index) => formatCell(cell, columns[index]))),
    );
    const shown = rows.length === groups ? counted(groups, 'row') : `${rows.length} of ${groups} rows`;
    return {
      json: { columns, rows, groups, asOf, plan, elapsedMs },
      text: [
        `${table}\n\n${shown} in ${elapsedMs.toFixed(1)} ms from ${explainWords.en.source(plan.source)}, as of ${asOf}`,
        ...warningsOf(plan).map(({ name, reason }) => `${name} is ${explainWords.en.partition(reason)}`),
      ].join('\n'),
    };
  },
};

/** The answer alone: what is known on the way is of no use to a script. */
async function answerTo(
  client: Client,
  asked: ReportQuery,
  timeLimitSeconds: number | undefined,
): Promise<ServedAnswer> {
  for await (const seen of await client.query.follow({ query: asked, timeLimitSeconds })) {
    if (seen.type === 'answer' && seen.answer.cache !== 'stale') return seen.answer;
  }
  throw new Error('The question ended without an answer.');
}

function isText({ type }: Column): boolean {
  return type === 'text' || type === 'period';
}

function titleOf({ name, unit }: Column): string {
  return unit === null ? name : `${name} [${unit}]`;
}

/** Ratios in per cent with two decimals, rates with one, all else in full. */
function formatCell(cell: Cell, column: Column | undefined): string | null {
  if (typeof cell !== 'number') return cell;
  if (column?.type === 'ratio') return (cell * 100).toFixed(2);
  if (column?.type === 'rate') return cell.toFixed(1);
  return formatNumber(cell);
}
