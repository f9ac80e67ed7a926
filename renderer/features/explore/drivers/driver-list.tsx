import type { ReactNode } from 'react';
import { pointDecimalsFor } from '../../../../shared/domain/change.ts';
import type { Driver } from '../../../../shared/query/measure-drivers.ts';
import { measures as definitions, type Measure, type MeasureDefinition } from '../../../../shared/query/measures.ts';
import type { ChartScope } from '../../../../shared/questions/chart-scope.ts';
import type { Comparison } from '../../../../shared/questions/explore/comparison.ts';
import { measureFormat } from '../../../charts/measure-format.ts';
import { type SignedBar, SignedBars } from '../../../charts/signed-bars/signed-bars.tsx';
import { useFormat, useLabels, useText } from '../../../lib/language.tsx';
import { useScope } from '../../../lib/scope.tsx';
import { useItemNames } from '../../../lib/use-item-names.ts';
import { useRecordedDates } from '../../../lib/use-recorded-dates.ts';
import { useReports } from '../../../lib/use-reports.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { LoadingDim } from '../../../ui/loading-dim.tsx';
import { amountNumber, differenceWords } from '../compare/difference.ts';
import { text as compareText } from '../compare/text.ts';
import css from '../explore.module.css';
import type { Names } from '../words.ts';
import { type DriverField, driverQueries, toDrivers } from './driver-groups.ts';
import { text } from './text.ts';

/** More groups than this are told together. */
const SHOWN = 8;
/** Of so many rows, with heading, foot and the line below, px. */
const HEIGHT = 28 * (SHOWN + 3) + 60;

interface DriverListProps {
  measure: Measure;
  field: DriverField;
  comparison: Comparison;
  scope: ChartScope;
  names: Names;
  /** Chooses the field. */
  picker: ReactNode;
}

/** The values of a field by what each adds to the change, both ways. */
export function DriverList({ measure, field, comparison, scope, names, picker }: DriverListProps) {
  const t = useText(text);
  const c = useText(compareText);
  const labels = useLabels();
  const format = useFormat();
  const { toggleFilter, isFiltered } = useScope();
  const { last } = useRecordedDates();
  const [parts, whole] = [field, null].map((each) => driverQueries(measure, each, comparison, scope, last));
  const reports = useReports([parts, whole].flatMap((each) => (each ? [each.now, each.before] : [])));
  const [now, before, wholeNow, wholeBefore] = reports.answers;
  const isThere = now && before && wholeNow && wholeBefore;
  const found = isThere ? toDrivers(measure, comparison, { now, before, wholeNow, wholeBefore }) : null;
  const shown = found?.drivers.filter(({ contribution }) => contribution !== 0).slice(0, SHOWN) ?? [];
  const items = useItemNames(field === 'item' ? shown.map(({ key }) => key) : []);
  const { full } = measureFormat(measure, now, [found?.now ?? null, found?.before ?? null], format);
  const pointDecimals = pointDecimalsFor(shown.map(({ contribution }) => contribution));
  const amount = (value: number) => amountNumber(measure, value, { full, t: c, format, pointDecimals });
  const first = definitions[measure].kind === 'ratio' ? t.points : t.contribution;
  const hasEffects = shown.some(({ effects }) => effects);
  const cellsOf = ({ contribution, effects }: Pick<Driver, 'contribution' | 'effects'>) => [
    amount(contribution),
    ...(hasEffects ? [effects ? amount(effects.rate) : '', effects ? amount(effects.mix) : ''] : []),
  ];
  const row = (driver: Driver): SignedBar => ({
    key: driver.key === null ? '' : `=${driver.key}`,
    name: driver.key ?? t.notRecorded,
    detail: driver.key === null ? undefined : items.get(driver.key),
    value: driver.contribution,
    tone: toneOf(measure, driver.contribution),
    cells: cellsOf(driver),
    pressed: isFiltered(field, driver.key),
  });
  const together = (key: string, name: string, driver: Pick<Driver, 'contribution' | 'effects'>): SignedBar => ({
    key,
    name,
    value: driver.contribution,
    tone: toneOf(measure, driver.contribution),
    cells: cellsOf(driver),
    pressed: null,
  });
  const beyond = (found?.drivers ?? []).filter((driver) => driver.contribution !== 0 && !shown.includes(driver));
  return (
    <section className={css.driverList} aria-label={t.listOf(names.measure(measure), labels.dimensions[field])}>
      <div className={css.driverHead}>
        {picker}
        {found && (
          <p className={css.quiet}>{differenceWords(measure, found.now, found.before, { full, t: c, format })}</p>
        )}
      </div>
      {reports.error ? (
        <ErrorState error={reports.error} onRetry={reports.refetch} />
      ) : (
        <LoadingDim loading={reports.isFetching} empty={!isThere} height={HEIGHT}>
          {isThere && !found && <p className={css.quiet}>{t.noDrivers}</p>}
          {found && (
            <>
              <SignedBars
                caption={t.listOf(names.measure(measure), labels.dimensions[field])}
                nameHeading={labels.dimensions[field]}
                columns={hasEffects ? [first, t.rate, t.mix] : [first]}
                rows={[
                  ...shown.map(row),
                  ...(beyond.length > 0
                    ? [together('others', t.others(format.number(beyond.length)), summed(beyond))]
                    : []),
                  ...(found.rest === 0 ? [] : [together('rest', t.rest, { contribution: found.rest })]),
                ]}
                total={{
                  name: t.total,
                  cells: cellsOf({ ...summed(found.drivers), contribution: found.change }),
                }}
                onToggle={({ key }) => toggleFilter(field, key === '' ? null : key.slice(1))}
              />
              <p className={css.closer}>{hasEffects ? t.addsUpRatio : t.addsUp}</p>
            </>
          )}
        </LoadingDim>
      )}
    </section>
  );
}

/** What several do together. */
function summed(drivers: readonly Driver[]): Pick<Driver, 'contribution' | 'effects'> {
  const sum = (of: (driver: Driver) => number) => drivers.reduce((total, driver) => total + of(driver), 0);
  return {
    contribution: sum(({ contribution }) => contribution),
    ...(drivers.some(({ effects }) => effects)
      ? { effects: { rate: sum(({ effects }) => effects?.rate ?? 0), mix: sum(({ effects }) => effects?.mix ?? 0) } }
      : {}),
  };
}

function toneOf(measure: Measure, contribution: number): SignedBar['tone'] {
  const { better }: MeasureDefinition = definitions[measure];
  if (!better) return 'neutral';
  return contribution > 0 === (better === 'up') ? 'good' : 'bad';
}
