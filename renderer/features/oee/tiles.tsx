import { IconAlertTriangle } from '@tabler/icons-react';
import { toldChangeOf } from '../../../shared/domain/change.ts';
import { grainOf } from '../../../shared/domain/grain.ts';
import { rowsOf } from '../../../shared/query/answer-rows.ts';
import { measures } from '../../../shared/query/measures.ts';
import { buildCourseQuery, buildWholeQuery, oeeMeasures } from '../../../shared/questions/oee.ts';
import type { ComparedScope } from '../../charts/compared-scope.ts';
import { ChangeWords } from '../../charts/totals/change-words.tsx';
import { FigureTile, FigureTiles, TILE_HEIGHT } from '../../charts/totals/figure-tile.tsx';
import { toTrend } from '../../charts/trend/to-series.ts';
import { useCommands } from '../../commands/commands.tsx';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { type Report, useReport } from '../../lib/use-report.ts';
import { LoadingDim } from '../../ui/loading-dim.tsx';
import type { Basis } from './basis.ts';
import css from './oee.module.css';
import { text } from './text.ts';

interface TilesProps {
  scope: ComparedScope;
  whole: Report;
  /** How many records each factor stands on; none while that is not known. */
  bases: readonly Basis[];
}

/** OEE, availability, performance and quality, each with its change on the period before and its course. */
export function Tiles({ scope, whole, bases }: TilesProps) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const { run } = useCommands();
  const query = buildWholeQuery(scope.now);
  const before = useReport(scope.covered ? buildWholeQuery({ ...scope.before, filters: scope.now.filters }) : null);
  const grain = grainOf(scope.now);
  const course = useReport(buildCourseQuery(scope.now, [grain]));
  const fits = course.data?.columns.some(({ name }) => name === grain);
  const points = course.data && fits ? toTrend(scope.now, grain, course.data) : [];
  const values = whole.shown && rowsOf(whole.shown)[0]?.values;
  const valuesBefore = scope.covered && before.data ? rowsOf(before.data)[0]?.values : undefined;
  return (
    <LoadingDim loading={whole.isFetching} empty={!values} height={TILE_HEIGHT}>
      <FigureTiles>
        {oeeMeasures.map((measure) => {
          const value = values?.[measure] ?? null;
          const basis = bases.find(({ factor }) => factor === measure);
          const isPart = value !== null && basis !== undefined && basis.found < basis.records;
          return (
            <FigureTile
              key={measure}
              label={labels.measures[measure]}
              {...(isPart ? { unit: t.ofRecords(format.percent(basis.found / basis.records)) } : {})}
              number={format.percent(value)}
              why={{ of: 'report', measures: [measure], query, before: scope.covered ? scope.before : undefined }}
              course={points.map((point) => point.values[measure] ?? null)}
              action={{
                title: t.showRecords,
                label: t.showRecordsOf(labels.measures[measure]),
                run: () => run('go.records'),
              }}
            >
              {value === null ? (
                t.noInput[measure]
              ) : (
                <>
                  {value > 1 && (
                    <span className={css.above}>
                      <IconAlertTriangle size={14} aria-hidden /> {t.aboveOne}
                      {' · '}
                    </span>
                  )}
                  <ChangeWords
                    change={toldChangeOf(measures[measure], value, valuesBefore?.[measure] ?? null)}
                    scope={scope}
                    settled={!whole.isPartial && (!scope.covered || before.data !== undefined)}
                  />
                </>
              )}
            </FigureTile>
          );
        })}
      </FigureTiles>
    </LoadingDim>
  );
}
