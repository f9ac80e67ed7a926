/** Explanations as text: how an answer was made, and where a number comes from that is none. */
import { boundInWords, type ExplainedReport, type ExplainedStatement } from '../../shared/query/explained.ts';
import type { QueryPlanStep } from '../../shared/query/query-plan.ts';
import { explainWords } from '../../shared/text/explain.ts';
import { formatNumber, formatTable } from './table.ts';

const words = explainWords.en;

/** How a report was answered, in sections. */
export function describeReport(explained: ExplainedReport): string {
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

/** A statement with what was bound to it, what it took, and what SQLite does to run it. */
export function describeStatement({ sql, parameters, files, steps }: ExplainedStatement): string {
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

/** A part with its title, its lines beneath it. */
export function section(title: string, lines: readonly string[]): string {
  return `${title}\n${lines.join('\n').replace(/^/gm, '  ')}`;
}

/** A time as exactly as it matters. */
export function inMs(milliseconds: number): string {
  return `${milliseconds < 1 ? milliseconds.toFixed(3) : milliseconds.toFixed(1)} ms`;
}
