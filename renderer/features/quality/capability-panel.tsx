import { Button } from '@mantine/core';
import type { SpecificationLimits } from '../../../shared/domain/spc/capability.ts';
import { isCounted } from '../../../shared/quality/control-view.ts';
import type { QualityView } from '../../../shared/quality/view.ts';
import { measures } from '../../../shared/query/measures.ts';
import type { ChartScope } from '../../../shared/questions/chart-scope.ts';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { LoadingDim } from '../../ui/loading-dim.tsx';
import { Panel } from '../../ui/panel.tsx';
import { CapabilityIndices } from './capability-indices.tsx';
import { KeptLimits } from './kept-limits.tsx';
import { LimitInput } from './limit-input.tsx';
import css from './quality.module.css';
import { text } from './text.ts';
import type { Controlled, ShownControl } from './use-control.ts';
import type { Asked } from './use-specifications.ts';
import { formatOf } from './words.ts';

interface CapabilityPanelProps {
  controlled: Controlled;
  view: QualityView;
  scope: ChartScope;
  /** What is asked of the measure, typed or kept. */
  asked: Asked;
  onChange: (changes: Partial<QualityView>) => void;
}

/** Whether the process is able to keep to what is asked of the measure: limits that are kept, or typed and in the address alone. */
export function CapabilityPanel({
  controlled: { shown, isFetching },
  view,
  scope,
  asked,
  onChange,
}: CapabilityPanelProps) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const values = shown?.chart.measured?.values.length ?? 0;
  const isMeasured = !isCounted(view);
  return (
    <Panel
      title={t.capability}
      columns={3}
      subtitle={isMeasured && values > 0 && t.capabilityOf(labels.measures[view.measure], format.number(values))}
    >
      <LoadingDim loading={isFetching} empty={!shown} height={284}>
        {isMeasured ? (
          <>
            <LimitInputs view={view} limits={asked.limits} shown={shown} onChange={onChange} />
            <KeptLimits measure={view.measure} scope={scope} asked={asked} onChange={onChange} />
            {shown?.chart.measured && !isCounted(shown.view) && (
              <CapabilityIndices shown={shown} specification={asked.limits} unasked={t.typeLimits} />
            )}
          </>
        ) : (
          <div className={css.aside}>
            <p>{t.needsMeasured}</p>
            <Button variant="default" onClick={() => onChange({ chart: 'individuals', measure: 'scrapRate' })}>
              {t.showSingles}
            </Button>
          </div>
        )}
      </LoadingDim>
    </Panel>
  );
}

interface LimitInputsProps extends Pick<CapabilityPanelProps, 'view' | 'onChange'> {
  limits: SpecificationLimits;
  shown: ShownControl | null;
}

function LimitInputs({ view, limits, shown, onChange }: LimitInputsProps) {
  const t = useText(text);
  const format = useFormat();
  const isRatio = measures[view.measure].kind === 'ratio';
  const unit = isRatio ? '%' : shown ? formatOf(shown, format).unit : '';
  return (
    <div className={css.limits}>
      {(['lower', 'target', 'upper'] as const).map((side) => (
        <LimitInput
          key={`${view.measure} ${side}`}
          label={t[side]}
          unit={unit}
          isRatio={isRatio}
          value={limits[side]}
          onChange={(value) => onChange({ specification: { ...limits, [side]: value } })}
        />
      ))}
    </div>
  );
}
