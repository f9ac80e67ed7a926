import type { Measure } from '../../../shared/query/measures.ts';
import { rowsOf, unitOf } from '../../charts/answer-rows.ts';
import type { ComparedScope } from '../../charts/compared-scope.ts';
import { Sparkline } from '../../charts/sparkline.tsx';
import { buildTotalsQuery, totalMeasures } from '../../charts/totals/build-query.ts';
import { changeOf } from '../../charts/totals/change.ts';
import { ChangeWords } from '../../charts/totals/change-words.tsx';
import type { TrendPoint } from '../../charts/trend/to-series.ts';
import { useCommands } from '../../commands/commands.tsx';
import { decimalsFor } from '../../lib/format.ts';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { useReport } from '../../lib/use-report.ts';
import { LoadingDim } from '../../ui/loading-dim.tsx';
import { WhyButton } from '../../why/why-button.tsx';
import { text } from './text.ts';
import css from './tiles.module.css';

const HEIGHT = 112;

interface TilesProps {
  scope: ComparedScope;
  /** For the small course beside each number. */
  points: readonly TrendPoint[];
}

/** The few numbers that say how it went, each with its change; OEE only where it can be computed. */
export function Tiles({ scope, points }: TilesProps) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const { run } = useCommands();
  const query = buildTotalsQuery(scope.now);
  const totals = useReport(query);
  const before = useReport(scope.covered ? buildTotalsQuery({ ...scope.before, filters: scope.now.filters }) : null);
  const values = totals.shown && rowsOf(totals.shown)[0]?.values;
  const valuesBefore = scope.covered && before.data ? rowsOf(before.data)[0]?.values : undefined;

  const shown = totalMeasures.filter((measure) => measure !== 'oee' || values?.oee != null);
  // Mixed units are told by the notice above, where there is room to say which.
  const unitOfTile = (measure: Measure) => {
    const unit = unitOf(totals.shown, measure);
    return unit === 'mixed' ? null : unit;
  };

  return (
    <LoadingDim loading={totals.isFetching} empty={!values} height={HEIGHT}>
      <div className={css.tiles}>
        {shown.map((measure) => {
          const value = values?.[measure] ?? null;
          const isRatio = unitOf(totals.shown, measure) === '%';
          const [number, sign] = format.measure(measure, value, isRatio ? 1 : decimalsFor([value])).split('\u202f%');
          return (
            <section key={measure} className={css.tile} aria-label={labels.measures[measure]}>
              <header className={css.head}>
                <h2 className={css.label}>
                  {labels.measures[measure]}
                  {!isRatio && <span className={css.unit}>{unitOfTile(measure)}</span>}
                </h2>
                <WhyButton
                  of={labels.measures[measure]}
                  why={{ of: 'report', measures: [measure], query, before: scope.covered ? scope.before : undefined }}
                />
              </header>
              <button type="button" className={css.body} title={t.showRecords} onClick={() => run('go.records')}>
                <span className="visually-hidden">{t.showRecordsOf(labels.measures[measure])}</span>
                <span className={css.value} data-long={lengthOf(number ?? '')}>
                  {number}
                  {sign !== undefined && <span className={css.sign}>%</span>}
                </span>
                <Sparkline
                  values={points
                    .filter(({ partial }) => !partial || isRatio)
                    .map(({ values: each }) => each[measure] ?? null)}
                />
              </button>
              <p className={css.foot}>
                {value === null ? (
                  t.noData
                ) : (
                  <ChangeWords
                    change={changeOf(measure, value, valuesBefore?.[measure] ?? null)}
                    scope={scope}
                    settled={!totals.isPartial && (!scope.covered || before.data !== undefined)}
                  />
                )}
              </p>
            </section>
          );
        })}
      </div>
    </LoadingDim>
  );
}

/** Whether a number is long for a narrow tile, or for any. */
function lengthOf(number: string): 'very' | 'yes' | undefined {
  return number.length > 11 ? 'very' : number.length > 8 ? 'yes' : undefined;
}
