import { MultiSelect } from '@mantine/core';
import { buildStepsQuery, type Step, toSteps } from '../../../shared/quality/steps.ts';
import { MOST_STEPS } from '../../../shared/quality/view.ts';
import { rowsOf, unitOf } from '../../../shared/query/answer-rows.ts';
import type { ChartScope } from '../../../shared/questions/chart-scope.ts';
import { ReportPictureMenu } from '../../charts/image/report-picture-menu.tsx';
import { decimalsFor } from '../../lib/format.ts';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { useReport } from '../../lib/use-report.ts';
import { useValues } from '../../lib/use-values.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { LoadingDim } from '../../ui/loading-dim.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Scrolled } from '../../ui/scrolled.tsx';
import { Staleness } from '../../ui/staleness.tsx';
import { WhyButton } from '../../why/why-button.tsx';
import css from './quality.module.css';
import { text } from './text.ts';

interface StepsPanelProps {
  scope: ChartScope;
  steps: readonly string[];
  onChange: (steps: readonly string[]) => void;
}

/** First-pass yield of lines, and rolled over those that are chosen as the steps of a unit. */
export function StepsPanel({ scope, steps, onChange }: StepsPanelProps) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const lines = useValues('line', '');
  const query = buildStepsQuery(scope, steps);
  const report = useReport(query);
  const shown = report.shown ? toSteps(rowsOf(report.shown, 'line'), steps) : [];
  const unit = unitOf(report.shown, 'total');
  const plain = shown.filter(({ isPlainYield }) => isPlainYield).map(({ line }) => line);
  const known = lines.data?.values.flatMap(({ value }) => value ?? []) ?? [];
  const rolled = steps.length > 0 ? (shown.at(-1)?.rolled ?? null) : null;
  return (
    <Panel
      title={t.steps}
      columns={4}
      report={report}
      subtitle={
        <>
          {t.stepsSubtitle}
          <Staleness answer={report.data} />
        </>
      }
      actions={
        <>
          <ReportPictureMenu title={t.steps} query={query} report={report} />
          <WhyButton
            of={t.steps}
            why={{ of: 'report', measures: ['firstPassYield', 'yield', 'total'], query, several: true }}
          />
        </>
      }
    >
      <MultiSelect
        aria-label={t.stepsLabel}
        placeholder={steps.length === 0 ? t.chooseSteps : undefined}
        size="xs"
        clearable
        searchable
        hidePickedOptions
        maxValues={MOST_STEPS}
        data={[...new Set([...known, ...steps])]}
        value={[...steps]}
        onChange={onChange}
      />
      {report.error ? (
        <ErrorState error={report.error} onRetry={() => void report.refetch()} />
      ) : (
        <LoadingDim loading={report.isFetching} empty={!report.shown} height={240}>
          {shown.length === 0 ? (
            <EmptyState title={t.stepsNone} />
          ) : (
            <>
              <p className={steps.length > 0 ? css.result : css.quiet} role={steps.length > 0 ? 'status' : undefined}>
                {steps.length === 0
                  ? t.stepsHint
                  : rolled === null
                    ? t.rolledMissing
                    : t.rolledResult(format.percent(rolled), steps.length)}
              </p>
              <Scrolled label={t.stepsSubtitle} className={css.stepsScroll}>
                <StepTable
                  steps={shown}
                  isRolled={steps.length > 0}
                  unit={unit === null || unit === 'mixed' ? '' : unit}
                  caption={t.steps}
                  nameHeading={steps.length > 0 ? t.step : labels.dimensions.line}
                />
              </Scrolled>
              {plain.length > 0 && <p className={css.quiet}>{t.withoutRework(format.list(plain))}</p>}
            </>
          )}
        </LoadingDim>
      )}
    </Panel>
  );
}

interface StepTableProps {
  steps: readonly Step[];
  isRolled: boolean;
  unit: string;
  caption: string;
  nameHeading: string;
}

function StepTable({ steps, isRolled, unit, caption, nameHeading }: StepTableProps) {
  const t = useText(text);
  const format = useFormat();
  const decimals = decimalsFor(steps.map(({ units }) => units));
  return (
    <table className={css.steps}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{nameHeading}</th>
          <th scope="col">{[t.units, unit].filter(Boolean).join(', ')}</th>
          <th scope="col">{t.firstPass}</th>
          {isRolled && <th scope="col">{t.rolled}</th>}
        </tr>
      </thead>
      <tbody>
        {steps.map(({ line, units, passed, isPlainYield, rolled }) => (
          <tr key={line}>
            <th scope="row">{line}</th>
            <td>{format.number(units, decimals)}</td>
            <td>
              {isPlainYield && <span className={css.tag}>{t.yieldOnly} </span>}
              {format.percent(passed)}
            </td>
            {isRolled && <td>{format.percent(rolled)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
