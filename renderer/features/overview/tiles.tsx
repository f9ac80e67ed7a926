import { memo } from 'react';
import { toldChangeOf } from '../../../shared/domain/change.ts';
import { rowsOf, unitOf } from '../../../shared/query/answer-rows.ts';
import { type Measure, measures } from '../../../shared/query/measures.ts';
import { buildTotalsQuery, totalMeasures } from '../../../shared/questions/totals.ts';
import type { ComparedScope } from '../../charts/compared-scope.ts';
import { ChangeWords } from '../../charts/totals/change-words.tsx';
import { FigureTile, FigureTiles, TILE_HEIGHT } from '../../charts/totals/figure-tile.tsx';
import type { TrendPoint } from '../../charts/trend/to-series.ts';
import { useCommands } from '../../commands/commands.tsx';
import { decimalsFor } from '../../lib/format.ts';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { useReport } from '../../lib/use-report.ts';
import { LoadingDim } from '../../ui/loading-dim.tsx';
import { text } from './text.ts';

interface TilesProps {
  scope: ComparedScope;
  /** For the small course beside each number. */
  points: readonly TrendPoint[];
}

/** The few numbers that say how it went, each with its change; OEE only where it can be computed. */
export const Tiles = memo(function Tiles({ scope, points }: TilesProps) {
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
    <LoadingDim loading={totals.isFetching} empty={!values} height={TILE_HEIGHT}>
      <FigureTiles>
        {shown.map((measure) => {
          const value = values?.[measure] ?? null;
          const isRatio = unitOf(totals.shown, measure) === '%';
          return (
            <FigureTile
              key={measure}
              label={labels.measures[measure]}
              {...(isRatio ? {} : { unit: unitOfTile(measure) })}
              number={format.measure(measure, value, isRatio ? 1 : decimalsFor([value]))}
              why={{ of: 'report', measures: [measure], query, before: scope.covered ? scope.before : undefined }}
              course={points
                .filter(({ partial }) => !partial || isRatio)
                .map(({ values: each }) => each[measure] ?? null)}
              action={{
                title: t.showRecords,
                label: t.showRecordsOf(labels.measures[measure]),
                run: () => run('go.records'),
              }}
            >
              {value === null ? (
                t.noData
              ) : (
                <ChangeWords
                  change={toldChangeOf(measures[measure], value, valuesBefore?.[measure] ?? null)}
                  scope={scope}
                  settled={!totals.isPartial && (!scope.covered || before.data !== undefined)}
                />
              )}
            </FigureTile>
          );
        })}
      </FigureTiles>
    </LoadingDim>
  );
});
