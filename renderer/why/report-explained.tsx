import { useQuery } from '@tanstack/react-query';
import type { ExplainedReport, ExplainedStatement } from '../../shared/query/explained.ts';
import { explainWords } from '../../shared/text/explain.ts';
import { useClient } from '../lib/connection.tsx';
import { useFormat, useLabels, useText } from '../lib/language.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { LoadingDim } from '../ui/loading-dim.tsx';
import { Asked } from './asked.tsx';
import { FilesRead } from './files-read.tsx';
import { Fact, Part } from './part.tsx';
import { PlanTime } from './plan-time.tsx';
import { RecordsBehind } from './records-behind.tsx';
import { StatementsPart } from './statements.tsx';
import { text } from './text.ts';
import css from './why.module.css';
import type { ReportWhy } from './why.ts';

/** Definition and scope of the numbers of a report, and how they were come by. */
export function ReportExplained({ why, onClose }: { why: ReportWhy; onClose: () => void }) {
  const { measures, query, before } = why;
  const t = useText(text);
  const labels = useLabels();
  const client = useClient();
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['explain', query],
    queryFn: ({ signal }) => client.query.explain(query, { signal }),
  });
  return (
    <>
      <Part title={t.formula}>
        <dl className={css.facts}>
          {measures.map((measure) => (
            <div key={measure} className={css.stacked}>
              <dt>{labels.measures[measure]}</dt>
              <dd>{t.formulas[measure]}</dd>
            </div>
          ))}
        </dl>
      </Part>
      <Asked {...query} before={before} />
      <RecordsBehind query={query} onGo={onClose} />
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <LoadingDim loading={isFetching} empty={!data} height={320}>
          {data && <Answered explained={data} />}
        </LoadingDim>
      )}
    </>
  );
}

function Answered({ explained }: { explained: ExplainedReport }) {
  const { plan, rollups, stretches, statements, asOf, elapsedMs, cache } = explained;
  const t = useText(text);
  const words = useText(explainWords);
  const format = useFormat();
  const why = plan.reasons.map(words.reason);
  const others = rollups.map(words.reason).filter((reason) => !why.includes(reason));
  return (
    <>
      <Part title={t.how}>
        <dl className={css.facts}>
          <Fact name={t.asOf}>{format.dateTime(asOf)}</Fact>
          <Fact name={t.took}>{format.milliseconds(elapsedMs)}</Fact>
          <Fact name={t.answer}>{t.fromCache[cache]}</Fact>
        </dl>
        <p>{words.source(plan.source)}</p>
        {why.map((reason) => (
          <p key={reason} className={css.quiet}>
            {reason}
          </p>
        ))}
      </Part>
      {others.length > 0 && (
        <Part title={t.rollups}>
          {others.map((reason) => (
            <p key={reason} className={css.quiet}>
              {reason}
            </p>
          ))}
        </Part>
      )}
      {stretches.length > 0 && plan.source.of === 'rollup' && plan.source.in === 'memory' && (
        <Part title={t.stretches}>
          {stretches.map(({ grain, from, to }) => (
            <p key={from} className={css.quiet}>
              {format.dateRange(from, to)}, {grain === 'day' ? t.byDay : t.byMonth}
            </p>
          ))}
        </Part>
      )}
      <PlanTime {...plan} />
      <FilesRead partitions={plan.partitions} flaws={plan.flaws} />
      <StatementsPart title={hasRun(statements) ? t.statements : t.statementsNotRun} statements={statements} />
    </>
  );
}

function hasRun(statements: readonly ExplainedStatement[]): boolean {
  return statements.some(({ files }) => files.some(({ ran }) => ran !== null));
}
