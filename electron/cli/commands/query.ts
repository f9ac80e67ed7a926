import type { Cell, Column } from '../../../shared/query/answer.ts';
import { parseReportQuery } from '../../../shared/query/report-query.ts';
import { readJsonArgument, usageError } from '../arguments.ts';
import type { StoreCommand } from '../command.ts';
import { formatNumber, formatTable } from '../table.ts';

export const query: StoreCommand = {
  name: 'query',
  parameters: 'JSON|@FILE|-',
  summary: 'Answers a query over all years: measures, dimensions, range, filters, order and limit.',
  store: 'read',
  options: {},
  async run({ positionals, client }) {
    const [argument, ...more] = positionals;
    if (argument === undefined || more.length > 0)
      throw usageError(query, 'One query, please, quoted as one argument.');
    const { columns, rows, groups, asOf, plan, elapsedMs } = await client.query.run(
      parseReportQuery(await readJsonArgument(argument)),
    );
    const table = formatTable(
      columns.map((column) => ({ title: titleOf(column), align: isText(column) ? 'left' : 'right' })),
      rows.map((row) => row.map((cell, index) => formatCell(cell, columns[index]))),
    );
    const shown = rows.length === groups ? `${formatNumber(groups)} rows` : `${rows.length} of ${groups} rows`;
    return {
      json: { columns, rows, groups, asOf, plan, elapsedMs },
      text: `${table}\n\n${shown} in ${elapsedMs.toFixed(1)} ms from ${plan.source}, as of ${asOf}`,
    };
  },
};

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
