import { AppError } from '../../../shared/lib/app-error.ts';
import { filterFields } from '../../../shared/query/dimensions.ts';
import { warningsOf } from '../../../shared/query/missing.ts';
import { conditionFields, type RecordCondition, readCondition } from '../../../shared/query/record-conditions.ts';
import { recordsQuerySchema, sortFields } from '../../../shared/query/records-query.ts';
import { describeIssues } from '../../../shared/query/report-query.ts';
import { counted } from '../../../shared/text/counted.ts';
import { explainWords } from '../../../shared/text/explain.ts';
import { integerOption, textOption, textOptions, usageError } from '../arguments.ts';
import type { OptionValues, StoreCommand } from '../command.ts';
import { formatNumber, formatTable } from '../table.ts';

const shown = [
  'productionDate',
  'site',
  'line',
  'shift',
  'itemCode',
  'lotNumber',
  'plannedQuantity',
  'goodQuantity',
  'defectQuantity',
  'unit',
] as const;

export const records: StoreCommand = {
  name: 'records',
  parameters:
    '[--from DATE] [--to DATE] [--filter FIELD=VALUE] [--where FIELD=CONDITION] [--search TEXT] [--sort FIELD[:asc|:desc],...] [--limit N] [--cursor C]',
  summary: 'Lists production records of all years, a page at a time.',
  store: 'read',
  options: {
    from: { value: 'DATE', description: 'first production date, YYYY-MM-DD' },
    to: { value: 'DATE', description: 'last production date, YYYY-MM-DD' },
    filter: {
      value: 'FIELD=VALUE',
      repeatable: true,
      description: `keep records with this value, or with != those without it; several of one field mean any of them, an empty one means 'not recorded' (fields: ${filterFields.join(', ')})`,
    },
    where: {
      value: 'FIELD=CONDITION',
      repeatable: true,
      description: `keep records that hold a number from..to (either end may be left out), a text with *part or ^beginning, something (!~) or nothing (~) in a field (fields: ${conditionFields.join(', ')})`,
    },
    search: { value: 'TEXT', description: 'text sought in lot, item, order and note' },
    sort: {
      value: 'FIELD',
      description: `order; of several fields, each decides where those before leave records equal (default: productionDate:desc; fields: ${sortFields.join(', ')})`,
    },
    limit: { value: 'N', description: 'records a page (default: 100, at most 1000)' },
    cursor: { value: 'C', description: 'where to go on: nextCursor of the page before' },
  },
  async run({ positionals, values, client }) {
    if (positionals.length > 0) throw usageError(records, `'${positionals[0]}' is not understood.`);
    const parsed = recordsQuerySchema.safeParse({
      from: textOption(values, 'from'),
      to: textOption(values, 'to'),
      filters: readFilters(values),
      where: readConditions(values),
      search: textOption(values, 'search'),
      ...readSort(values),
      limit: integerOption(values, 'limit', { min: 1, max: 1_000 }),
      cursor: textOption(values, 'cursor'),
    });
    if (!parsed.success) {
      throw new AppError('INVALID_QUERY', `The records cannot be listed: ${describeIssues(parsed.error)}.`);
    }
    const { from, to } = parsed.data;
    if (from && to && from > to) {
      throw new AppError('INVALID_QUERY', `The records cannot be listed: --from (${from}) is after --to (${to}).`);
    }
    const page = await client.records.page(parsed.data);
    const columns = shown.map((name) => ({
      title: name,
      align: name.endsWith('Quantity') ? ('right' as const) : ('left' as const),
    }));
    const rows = page.rows.map((row) =>
      shown.map((name) => {
        const value = row[name];
        return typeof value === 'number' ? formatNumber(value) : value;
      }),
    );
    const next = page.nextCursor === null ? 'This is the last page.' : `The next page: --cursor '${page.nextCursor}'`;
    // A page says nothing of the files it comes from; a report over the same days does.
    const { plan } = await client.query.run({ measures: ['records'], from, to });
    const warnings = warningsOf(plan).map(({ name, reason }) => `${name} is ${explainWords.en.partition(reason)}`);
    return {
      json: { ...page, warnings },
      text: [`${formatTable(columns, rows)}\n\n${counted(rows.length, 'record')}. ${next}`, ...warnings].join('\n'),
    };
  },
};

function readFilters(values: OptionValues): { field: string; in: (string | null)[]; not?: true }[] {
  const byName = new Map<string, (string | null)[]>();
  for (const filter of textOptions(values, 'filter')) {
    const [name, ...rest] = filter.split('=');
    if (!name || rest.length === 0)
      throw usageError(records, `--filter takes FIELD=VALUE or FIELD!=VALUE, not '${filter}'.`);
    const value = rest.join('=');
    byName.set(name, [...(byName.get(name) ?? []), value === '' ? null : value]);
  }
  return [...byName].map(([name, named]) =>
    name.endsWith('!') ? { field: name.slice(0, -1), in: named, not: true } : { field: name, in: named },
  );
}

function readConditions(values: OptionValues): RecordCondition[] {
  return textOptions(values, 'where').map((written) => {
    const [field = '', ...rest] = written.split('=');
    const condition = readCondition(field, rest.join('='));
    if (condition) return condition;
    throw usageError(
      records,
      `--where takes FIELD=FROM..TO, FIELD=*PART, FIELD=^BEGINNING, FIELD=!~ or FIELD=~, not '${written}'.`,
    );
  });
}

function readSort(values: OptionValues): { sort?: Level | undefined; thenBy?: Level[] } {
  const text = textOption(values, 'sort');
  if (text === undefined) return {};
  const [sort, ...thenBy] = text.split(',').map((level): Level => {
    const [field = '', direction = 'asc'] = level.split(':');
    return { field, direction };
  });
  return { sort, thenBy };
}

interface Level {
  field: string;
  direction: string;
}
