import { SegmentedControl, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { rowsBy, rowsOf } from '../../../shared/query/answer-rows.ts';
import { buildPlacesQuery, oeeMeasures, placeMeasures } from '../../../shared/questions/oee.ts';
import type { ComparedScope } from '../../charts/compared-scope.ts';
import { ReportPictureMenu } from '../../charts/image/report-picture-menu.tsx';
import { measureFormat } from '../../charts/measure-format.ts';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { useParam } from '../../lib/router.tsx';
import { useScope } from '../../lib/scope.tsx';
import { useShowsReport } from '../../lib/shown-report.ts';
import { type Report, useReport } from '../../lib/use-report.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { LoadingDim } from '../../ui/loading-dim.tsx';
import { LongName } from '../../ui/long-name.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Scrolled } from '../../ui/scrolled.tsx';
import { ariaSort, flipped, SortButton } from '../../ui/sort-button.tsx';
import { Staleness } from '../../ui/staleness.tsx';
import table from '../../ui/table.module.css';
import { WhyButton } from '../../why/why-button.tsx';
import css from './oee.module.css';
import { orderNames, sortedPlaces } from './place-order.ts';
import { text } from './text.ts';

const splits = { both: ['line', 'shift'], line: ['line'], shift: ['shift'] } as const;
type Split = keyof typeof splits;

const ROW = 33;

interface PlacesPanelProps {
  scope: ComparedScope;
  whole: Report;
}

/** Each line and shift with its times and OEE; the head of a column sorts, a click on a name is a filter. */
export function PlacesPanel({ scope, whole }: PlacesPanelProps) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const { toggleFilter, isFiltered } = useScope();
  const [split, setSplit] = useParam<Split>('places', ['both', 'line', 'shift'], 'both');
  const [order, setOrder] = useParam('placesOrder', orderNames, 'oee.asc');
  const by = splits[split];
  const query = buildPlacesQuery(scope.now, by);
  const report = useReport(query);
  useShowsReport(t.placesTitle, query);
  // The answer of another split, held while this one is asked, has other columns.
  const fits = report.shown && report.shown.columns.filter(({ type }) => type === 'text').length === by.length;
  const rows = report.shown && fits ? sortedPlaces(rowsBy(report.shown, by), by, order) : [];
  const total = whole.shown && rowsOf(whole.shown)[0]?.values;
  const isEmpty = rows.every(({ values }) => placeMeasures.every((measure) => (values[measure] ?? null) === null));
  const [sortField, direction] = order.split('.') as [string, 'asc' | 'desc'];
  const sortOf = (field: string) => (field === sortField ? direction : null);
  const sortBy = (field: string, first: 'asc' | 'desc') => {
    const next = orderNames.find((name) => name === `${field}.${flipped(sortOf(field), first)}`);
    if (next) setOrder(next);
  };
  const words = placeMeasures.map((measure) => ({
    measure,
    ...measureFormat(
      measure,
      report.shown,
      [total, ...rows.map((row) => row.values)].map((each) => each?.[measure] ?? null),
      format,
    ),
  }));
  return (
    <Panel
      title={t.placesTitle}
      report={report}
      subtitle={
        <>
          {t.placesSubtitle}
          <Staleness answer={report.data} />
        </>
      }
      actions={
        <>
          <SegmentedControl
            aria-label={t.byLabel}
            data={(['both', 'line', 'shift'] as const).map((value) => ({ value, label: t.by[value] }))}
            value={split}
            onChange={setSplit}
          />
          <ReportPictureMenu title={t.placesTitle} query={query} report={report} />
          <WhyButton of={t.placesTitle} why={{ of: 'report', measures: oeeMeasures, query, several: true }} />
        </>
      }
    >
      {report.error ? (
        <ErrorState error={report.error} onRetry={() => void report.refetch()} />
      ) : (
        <LoadingDim loading={report.isFetching} empty={!report.shown || !fits} height={ROW * 8}>
          {isEmpty ? (
            <EmptyState title={t.noTime}>{t.noPlacesWhatNow}</EmptyState>
          ) : (
            <Scrolled label={t.placesTitle} className={css.tableScroll}>
              <table className={table.table}>
                <thead>
                  <tr>
                    {by.map((field) => (
                      <th key={field} scope="col" className={table.name} aria-sort={ariaSort(sortOf(field))}>
                        <SortButton
                          label={labels.dimensions[field]}
                          sorted={sortOf(field)}
                          onClick={() => sortBy(field, 'asc')}
                        />
                      </th>
                    ))}
                    {words.map(({ measure, unit }) => (
                      <th key={measure} scope="col" aria-sort={ariaSort(sortOf(measure))}>
                        <SortButton
                          label={labels.measures[measure]}
                          sorted={sortOf(measure)}
                          isNumber
                          onClick={() => sortBy(measure, 'asc')}
                        />
                        {unit !== '%' && <span className={table.unit}> {unit}</span>}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.map(({ keys, values }) => (
                    <tr key={JSON.stringify(keys)}>
                      {by.map((field, at) => {
                        const value = keys[at] ?? null;
                        const name = value ?? t.notRecorded;
                        return (
                          <td key={field} className={table.name} data-quiet={value === null}>
                            <UnstyledButton
                              className={table.closer}
                              aria-label={t.filterBy(name)}
                              aria-pressed={isFiltered(field, value)}
                              onClick={() => toggleFilter(field, value)}
                            >
                              <LongName name={name} />
                            </UnstyledButton>
                          </td>
                        );
                      })}
                      {words.map(({ measure, full }) => (
                        <td key={measure}>
                          <Ratio value={values[measure] ?? null} isRatio={isRatio(measure)} written={full} />
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
                <tfoot>
                  <tr>
                    <th scope="row" className={table.name} colSpan={by.length}>
                      {t.total}
                    </th>
                    {words.map(({ measure, full }) => (
                      <td key={measure}>
                        <Ratio value={total?.[measure] ?? null} isRatio={isRatio(measure)} written={full} />
                      </td>
                    ))}
                  </tr>
                </tfoot>
              </table>
            </Scrolled>
          )}
        </LoadingDim>
      )}
    </Panel>
  );
}

function isRatio(measure: (typeof placeMeasures)[number]): boolean {
  return oeeMeasures.some((name) => name === measure);
}

interface RatioProps {
  value: number | null;
  isRatio: boolean;
  written: (value: number | null) => string;
}

/** A number of the table; a share above 1 with a sign and a word, as it is never cut off. */
function Ratio({ value, isRatio: of, written }: RatioProps) {
  const t = useText(text);
  if (!of || value === null || value <= 1) return written(value);
  return (
    <span className={css.above} title={t.aboveOne}>
      <IconAlertTriangle size={14} aria-label={t.aboveOne} /> {written(value)}
    </span>
  );
}
