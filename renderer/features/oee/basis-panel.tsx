import { UnstyledButton } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { rowsOf } from '../../../shared/query/answer-rows.ts';
import { buildAboveQuery, buildBasisQuery } from '../../../shared/questions/oee.ts';
import type { ComparedScope } from '../../charts/compared-scope.ts';
import { NO_DATA } from '../../lib/format.ts';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { useScope } from '../../lib/scope.tsx';
import { type Report, useReport } from '../../lib/use-report.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { LoadingDim } from '../../ui/loading-dim.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Scrolled } from '../../ui/scrolled.tsx';
import table from '../../ui/table.module.css';
import { WhyButton } from '../../why/why-button.tsx';
import { type Basis, basisOf } from './basis.ts';
import css from './oee.module.css';
import { text } from './text.ts';

/** Lines or items that are named; the others are counted. */
const NAMED = 4;
const HEIGHT = 168;

interface BasisPanelProps {
  scope: ComparedScope;
  byLine: Report;
  bases: readonly Basis[];
}

/** How many records each factor stands on, where the others are, and where performance is above 100 %. */
export function BasisPanel({ scope, byLine, bases }: BasisPanelProps) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const isLacking = bases.some(({ lacking }) => lacking.length > 0);
  const byItem = useReport(isLacking ? buildBasisQuery(scope.now, 'item') : null);
  const items = isLacking && byItem.data ? basisOf(rowsOf(byItem.data, 'item')) : [];
  const above = useReport(buildAboveQuery(scope.now, 'item'));
  const fast = (above.shown ? rowsOf(above.shown, 'item') : [])
    .map(({ key, values }) => ({ key, written: format.percent(values.performance ?? null), share: values.performance }))
    .filter(({ share }) => (share ?? 0) > 1);
  const error = byLine.error ?? byItem.error ?? above.error;
  const refetch = () => {
    for (const report of [byLine, byItem, above]) if (report.error) void report.refetch();
  };
  return (
    <Panel
      title={t.basisTitle}
      subtitle={t.basisSubtitle}
      report={byLine}
      actions={
        <WhyButton
          of={t.basisTitle}
          why={{
            of: 'report',
            measures: ['availabilityRecords', 'performanceRecords', 'qualityRecords'],
            query: buildBasisQuery(scope.now, 'line'),
            several: true,
          }}
        />
      }
    >
      {error ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : (
        <LoadingDim loading={byLine.isFetching || byItem.isFetching} empty={!byLine.shown} height={HEIGHT}>
          <Scrolled label={t.basisTitle} className={css.tableScroll}>
            <table className={table.table}>
              <thead>
                <tr>
                  <th scope="col" className={table.name}>
                    {t.basisOf}
                  </th>
                  <th scope="col" className={css.words}>
                    {t.basisNeeds}
                  </th>
                  <th scope="col">{t.basisFound}</th>
                  <th scope="col">{t.basisMissing}</th>
                  <th scope="col" className={css.words}>
                    {t.basisLines}
                  </th>
                  <th scope="col" className={css.words}>
                    {t.basisItems}
                  </th>
                </tr>
              </thead>
              <tbody>
                {bases.map(({ factor, records, found, lacking }, at) => (
                  <tr key={factor}>
                    <td className={table.name}>{labels.measures[factor]}</td>
                    <td className={css.words} data-quiet>
                      {t.needs[factor]}
                    </td>
                    <td>{`${format.number(found)} (${format.percent(records === 0 ? null : found / records)})`}</td>
                    <td>{format.number(records - found)}</td>
                    <td className={css.words}>
                      <Places field="line" places={lacking.map(withCount)} />
                    </td>
                    <td className={css.words}>
                      <Places field="item" places={(items[at]?.lacking ?? []).map(withCount)} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scrolled>
          {fast.length > 0 && (
            <p className={css.fast}>
              <IconAlertTriangle className={css.sign} size={16} aria-hidden />
              {t.aboveOneNotice} <Places field="item" places={fast} />
            </p>
          )}
        </LoadingDim>
      )}
    </Panel>
  );

  function withCount({ key, records }: { key: string | null; records: number }) {
    return { key, written: format.number(records) };
  }
}

interface PlacesProps {
  field: 'line' | 'item';
  places: readonly { key: string | null; written: string }[];
}

/** A few names with a number each, of which every one is a filter; the others are counted. */
function Places({ field, places }: PlacesProps) {
  const t = useText(text);
  const { addFilter } = useScope();
  if (places.length === 0) return NO_DATA;
  return (
    <>
      {places.slice(0, NAMED).map(({ key, written }, at) => (
        <span key={key ?? ''}>
          {at > 0 && ' · '}
          <UnstyledButton
            className={css.place}
            aria-label={t.filterBy(key ?? t.notRecorded)}
            onClick={() => addFilter(field, key)}
          >
            {key ?? t.notRecorded}
          </UnstyledButton>{' '}
          {written}
        </span>
      ))}
      {places.length > NAMED && ` ${t.more(places.length - NAMED)}`}
    </>
  );
}
