import { Button } from '@mantine/core';
import { type Capability, capability, type SpecificationLimits } from '../../../shared/domain/spc/capability.ts';
import { isCounted } from '../../../shared/quality/control-view.ts';
import type { QualityView } from '../../../shared/quality/view.ts';
import { measures } from '../../../shared/query/measures.ts';
import type { ChartScope } from '../../../shared/questions/chart-scope.ts';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { LoadingDim } from '../../ui/loading-dim.tsx';
import { Panel } from '../../ui/panel.tsx';
import { KeptLimits } from './kept-limits.tsx';
import { LimitInput } from './limit-input.tsx';
import css from './quality.module.css';
import { Spread } from './spread.tsx';
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
            {shown?.chart.measured && !isCounted(shown.view) && <Indices shown={shown} specification={asked.limits} />}
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

function Indices({ shown, specification }: { shown: ShownControl; specification: SpecificationLimits }) {
  const t = useText(text);
  const format = useFormat();
  const { measured } = shown.chart;
  if (!measured) return null;
  const { lower, upper } = specification;
  const spread = (
    <Spread values={measured.values} specification={specification} write={formatOf(shown, format)} label={t.spread} />
  );
  if (lower === null && upper === null) {
    return (
      <>
        {spread}
        <p className={css.quiet}>{t.typeLimits}</p>
      </>
    );
  }
  if (lower !== null && upper !== null && lower >= upper) return <p role="alert">{t.limitsCrossed}</p>;
  const able = capability(measured.values, measured.sigmaWithin, specification);
  if (able === null) return <p className={css.quiet}>{t.noDeviation}</p>;
  const outside = measured.values.filter(
    (value) => (lower !== null && value < lower) || (upper !== null && value > upper),
  ).length;
  return (
    <>
      {spread}
      <IndexTable able={able} />
      <p className={css.quiet}>
        {t.outside(format.number(outside), format.percent(outside / able.values))}
        {able.isWeak && ` ${t.weak(format.number(able.values))}`}
      </p>
    </>
  );
}

/** From here on a process is held to be able, and to be barely so: Montgomery, chapter 8. */
const ABLE = 4 / 3;
const BARELY = 1;

function IndexTable({ able }: { able: Capability }) {
  const t = useText(text);
  const format = useFormat();
  const verdictOf = (value: number) => (value >= ABLE ? 'able' : value >= BARELY ? 'barely' : 'unable');
  const rows = [
    { words: t.within, indices: [['Cp', able.cp] as const, ['Cpk', able.cpk] as const], nearest: able.cpk },
    { words: t.overall, indices: [['Pp', able.pp] as const, ['Ppk', able.ppk] as const], nearest: able.ppk },
    ...(able.cpm === null ? [] : [{ words: t.aboutTarget, indices: [['Cpm', able.cpm] as const], nearest: able.cpm }]),
  ];
  return (
    <table className={css.indices}>
      <caption className="visually-hidden">{t.capability}</caption>
      <tbody>
        {rows.map(({ words, indices, nearest }) => (
          <tr key={words}>
            <th scope="row">{words}</th>
            {indices.map(([name, value]) => (
              <td key={name} colSpan={2 / indices.length}>
                <span className={css.indexName}>{name}</span> {format.number(value, 2)}
              </td>
            ))}
            <td className={css.tag} data-verdict={verdictOf(nearest)}>
              {t.verdict[verdictOf(nearest)]}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
