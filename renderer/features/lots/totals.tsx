import { rowsOf, unitOf } from '../../../shared/query/answer-rows.ts';
import type { Measure } from '../../../shared/query/measures.ts';
import { measureFormat } from '../../charts/measure-format.ts';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { useReport } from '../../lib/use-report.ts';
import { LoadingDim } from '../../ui/loading-dim.tsx';
import { WhyButton } from '../../why/why-button.tsx';
import css from './lots.module.css';
import { text } from './text.ts';

const told = [
  'good',
  'defects',
  'yield',
  'rework',
  'planAttainment',
  'runMinutes',
  'downMinutes',
] as const satisfies Measure[];

/** What a lot adds up to, worked out from all of its records. */
export function Totals({ lot, units }: { lot: string; units: readonly string[] }) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const query = { measures: [...told], filters: [{ field: 'lot' as const, in: [lot] }] };
  const report = useReport(query);
  const values = report.shown && rowsOf(report.shown)[0]?.values;
  return (
    <section className={css.totals} aria-label={t.totals}>
      <LoadingDim loading={report.isFetching} empty={!report.shown} height={58}>
        <dl className={css.tiles}>
          {told.map((measure) => {
            const value = values?.[measure] ?? null;
            const { full, unit } = measureFormat(measure, report.shown, [value], format);
            const isMixed = unitOf(report.shown, measure) === 'mixed';
            return (
              <div key={measure} className={css.tile}>
                <dt>
                  {labels.measures[measure]}
                  <WhyButton of={labels.measures[measure]} why={{ of: 'report', measures: [measure], query }} />
                </dt>
                <dd title={isMixed ? t.mixedUnits : undefined}>
                  {full(value)}
                  {value !== null && unit !== '%' && !isMixed && <small> {unit}</small>}
                </dd>
              </div>
            );
          })}
        </dl>
        {units.length > 1 && (
          <p className={css.note}>
            {t.mixedUnits}: {format.list(units)}
          </p>
        )}
      </LoadingDim>
    </section>
  );
}
