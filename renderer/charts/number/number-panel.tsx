import { toldChangeOf } from '../../../shared/domain/change.ts';
import { rowsOf } from '../../../shared/query/answer-rows.ts';
import { type Measure, measures } from '../../../shared/query/measures.ts';
import type { ChartScope } from '../../../shared/questions/chart-scope.ts';
import { buildCourseQuery, buildNumberQuery } from '../../../shared/questions/number.ts';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { useRecordedDates } from '../../lib/use-recorded-dates.ts';
import { useReport } from '../../lib/use-report.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { LoadingDim } from '../../ui/loading-dim.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Staleness } from '../../ui/staleness.tsx';
import { WhyButton } from '../../why/why-button.tsx';
import { comparedScope } from '../compared-scope.ts';
import { measureFormat } from '../measure-format.ts';
import { Sparkline } from '../sparkline.tsx';
import { ChangeWords } from '../totals/change-words.tsx';
import css from './number-panel.module.css';
import { text } from './text.ts';

interface NumberPanelProps {
  measure: Measure;
  scope: ChartScope;
  /** Where a click on the number leads. */
  href: string;
}

const HEIGHT = 56;
/** From so many signs on a number is long for a narrow tile. */
const LONG = 8;

/** One number over a range, with its change on the period before and its course. */
export function NumberPanel({ measure, scope, href }: NumberPanelProps) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const compared = comparedScope(scope, useRecordedDates());
  const query = buildNumberQuery(measure, scope);
  const report = useReport(query);
  const { before } = compared;
  const earlier = useReport(
    compared.covered ? buildNumberQuery(measure, { from: before.from, to: before.to, filters: scope.filters }) : null,
  );
  const course = useReport(buildCourseQuery(measure, scope));
  const title = labels.measures[measure];
  const value = report.shown ? (rowsOf(report.shown)[0]?.values[measure] ?? null) : null;
  const words = measureFormat(measure, report.shown, [value], format);
  const [number = '', sign] = words.full(value).split('\u202f%');
  const was = compared.covered && earlier.data ? (rowsOf(earlier.data)[0]?.values[measure] ?? null) : null;
  return (
    <Panel
      title={title}
      report={report}
      subtitle={
        <>
          {[words.unit !== '%' && words.unit, format.dateRange(scope.from, scope.to)].filter(Boolean).join(' · ')}
          <Staleness answer={report.data} />
        </>
      }
      actions={
        <WhyButton
          of={title}
          why={{ of: 'report', measures: [measure], query, before: compared.covered ? before : undefined }}
        />
      }
    >
      {report.error ? (
        <ErrorState error={report.error} onRetry={() => void report.refetch()} />
      ) : (
        <LoadingDim loading={report.isFetching} empty={!report.shown} height={HEIGHT}>
          <a className={css.value} href={href} title={t.lookCloser}>
            <span className="visually-hidden">{t.lookCloserAt(title)}</span>
            <span className={css.number} data-long={number.length > LONG}>
              {number}
              {sign !== undefined && <span className={css.sign}>%</span>}
            </span>
            <Sparkline values={course.data ? rowsOf(course.data).map(({ values }) => values[measure] ?? null) : []} />
          </a>
          <p className={css.foot}>
            {value === null ? (
              t.notRecorded
            ) : (
              <ChangeWords
                change={toldChangeOf(measures[measure], value, was)}
                scope={compared}
                settled={!report.isPartial && (!compared.covered || earlier.data !== undefined)}
              />
            )}
          </p>
        </LoadingDim>
      )}
    </Panel>
  );
}
