import { isCounted } from '../../../shared/quality/control-view.ts';
import type { ChartScope } from '../../../shared/questions/chart-scope.ts';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { LoadingDim } from '../../ui/loading-dim.tsx';
import { Panel } from '../../ui/panel.tsx';
import { WhyButton } from '../../why/why-button.tsx';
import { CapabilityIndices } from './capability-indices.tsx';
import { limitsInWords, placeInWords } from './limit-words.ts';
import css from './quality.module.css';
import { text } from './text.ts';
import type { Controlled } from './use-control.ts';
import type { Asked } from './use-specifications.ts';

interface CapabilityTileProps {
  title: string;
  controlled: Controlled;
  scope: ChartScope;
  asked: Asked;
}

/** What a process is able to keep to, with what is asked of it: to be looked at, as limits are kept on Quality. */
export function CapabilityTile({ title, controlled, scope, asked }: CapabilityTileProps) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const { shown, report, query, error, isFetching, refetch } = controlled;
  const measured = shown?.chart.measured ?? null;
  const told = shown && !isCounted(shown.view) ? shown.view.measure : null;
  const limits = told && limitsInWords(told, asked.limits, t, format);
  const place = asked.kept && !asked.isTyped ? t.keptFor(placeInWords(asked.kept, t)) : '';
  return (
    <Panel
      title={title}
      report={report}
      subtitle={[
        measured && told && t.capabilityOf(labels.measures[told], format.number(measured.values.length)),
        format.dateRange(scope.from, scope.to),
      ]
        .filter(Boolean)
        .join(' · ')}
      actions={query && <WhyButton of={title} why={{ of: 'report', measures: query.measures, query, several: true }} />}
    >
      {error ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : (
        <LoadingDim loading={isFetching} empty={!shown} height={284}>
          {limits && <p className={css.quiet}>{[limits, place].filter(Boolean).join('. ')}</p>}
          {shown && told && measured ? (
            <CapabilityIndices
              shown={shown}
              specification={asked.limits}
              unasked={t.noLimitsKept(labels.measures[told])}
            />
          ) : (
            <p className={css.quiet}>{shown?.chart.obstacle ? t.obstacles[shown.chart.obstacle] : ''}</p>
          )}
        </LoadingDim>
      )}
    </Panel>
  );
}
