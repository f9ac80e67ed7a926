import { boundInWords, type ExplainedReport, type ExplainedStatement } from '../../../shared/query/explained.ts';
import type { QueryPlanStep } from '../../../shared/query/query-plan.ts';
import { parseReportQuery } from '../../../shared/query/report-query.ts';
import { explainWords } from '../../../shared/text/explain.ts';
import { readJsonArgument, usageError } from '../arguments.ts';
import type { StoreCommand } from '../command.ts';
import { formatNumber, formatTable } from '../table.ts';

const words = explainWords.en;

export const explain: StoreCommand = {
  name: 'explain',
  parameters: 'JSON|@FILE|-',
  summary: 'Says how a query is answered: files, rollups, steps with their times, SQL and what SQLite does to run it.',
  store: 'read',
  options: {},
  async run({ positionals, client }) {
    const [argument, ...more] = positionals;
    if (argument === undefined || more.length > 0)
      throw usageError(explain, 'One query, please, quoted as one argument.');
    const explained = await client.query.explain(parseReportQuery(await readJsonArgument(argument)));
    return { json: explained, text: describe(explained) };
  },
};

function describe(explained: ExplainedReport): string {
  const { plan, rollups, statements, elapsedMs, asOf, groups } = explained;
  const made = `${formatNumber(groups)} ${groups === 1 ? 'group' : 'groups'} in ${inMs(elapsedMs)} from ${words.source(plan.source)}, as of ${asOf}`;
  const others = rollups.map(words.reason).filter((reason) => !plan.reasons.map(words.reason).includes(reason));
  const ranNone = statements.length > 0 && statements.every(({ files }) => files.every(({ ran }) => ran === null));
  return [
    made,
    section('Why', [...plan.reasons.map(words.reason), ...others]),
    section('Steps', [
      formatTable(
        [
          { title: 'step', align: 'left' },
          { title: 'time', align: 'right' },
        ],
        plan.steps.map(({ step, elapsedMs: spent }) => [words.steps[step], inMs(spent)]),
      ),
      ...(plan.slices > 0 ? [`${formatNumber(plan.slices)} pieces, the longest wait ${inMs(plan.waitMs)}`] : []),
    ]),
    section('Files', [
      ...plan.partitions.map(
        ({ name, read, reason }) => `${name}: ${read ? '' : 'not '}read, ${words.partition(reason)}`,
      ),
      ...plan.flaws.map(({ name, reason }) => `${name}: ${words.partition(reason)}`),
    ]),
    section(ranNone ? 'SQL, had the files been asked' : 'SQL', statements.map(describeStatement)),
  ].join('\n\n');
}

function describeStatement({ sql, parameters, files, steps }: ExplainedStatement): string {
  const bound = Object.entries(parameters).map(([name, value]) => `@${name} = ${boundInWords(name, value)}`);
  const where = files.map(({ partition, ran }) => {
    if (ran === null) return partition;
    return `${partition}: ${formatNumber(ran.rows)} ${ran.rows === 1 ? 'row' : 'rows'} in ${inMs(ran.elapsedMs)}`;
  });
  return [where.join('; '), sql, ...bound, ...describeSteps(steps, '  ')].join('\n');
}

/** Each step in plain words, and SQLite's own line where it says more. */
function describeSteps(steps: readonly QueryPlanStep[], indent: string): string[] {
  return steps.flatMap((step) => {
    const told = words.queryPlan(step);
    const line = told === step.line ? told : `${told} [${step.line}]`;
    return [`${indent}${line}`, ...describeSteps(step.steps, `${indent}  `)];
  });
}

function section(title: string, lines: readonly string[]): string {
  return `${title}\n${lines.join('\n').replace(/^/gm, '  ')}`;
}

function inMs(milliseconds: number): string {
  return `${milliseconds < 1 ? milliseconds.toFixed(3) : milliseconds.toFixed(1)} ms`;
}
