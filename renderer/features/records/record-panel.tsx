import { ActionIcon } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { RecordDetail } from '../../../shared/query/records-query.ts';
import { readScope, writeScope } from '../../../shared/questions/scope-url.ts';
import { useClient } from '../../lib/connection.tsx';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { decimalsOf } from '../../lib/precision.ts';
import { formatHash, parseHash, useHash } from '../../lib/router.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { LoadingDim } from '../../ui/loading-dim.tsx';
import { RecordOrigin } from '../../ui/record-origin/record-origin.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { WhyButton } from '../../why/why-button.tsx';
import { cellText } from './cell-text.ts';
import { columnLabel } from './column-label.ts';
import { type GridField, gridColumn } from './columns.ts';
import css from './record-panel.module.css';
import { text } from './text.ts';

const whatAndWhere: GridField[] = [
  'productionDate',
  'startedAt',
  'endedAt',
  'site',
  'line',
  'shift',
  'operator',
  'itemCode',
  'itemName',
  'lotNumber',
  'orderNumber',
];
const amounts: GridField[] = ['plannedQuantity', 'goodQuantity', 'defectQuantity', 'reworkQuantity'];
const times: GridField[] = ['plannedMinutes', 'runMinutes', 'downMinutes', 'idealCycleSeconds'];
const source: GridField[] = ['sourceFile', 'sourceLine', 'partition'];

interface RecordPanelProps {
  id: number;
  onClose: () => void;
  /** Opens the record above (-1) or below (1). */
  onStep: (by: -1 | 1) => void;
}

/** All that is known of one record, the reasons beneath it, and the line of the file it came from. */
export function RecordPanel({ id, onClose, onStep }: RecordPanelProps) {
  const t = useText(text);
  const client = useClient();
  const detail = useQuery({
    queryKey: ['record', id],
    queryFn: ({ signal }) => client.records.get({ id }, { signal }),
    placeholderData: keepPreviousData,
  });
  return (
    <SidePanel title={t.detail} onClose={onClose}>
      <div className={css.steps}>
        <span>{detail.data?.lotNumber ?? detail.data?.itemName ?? ''}</span>
        <span className={css.buttons}>
          <WhyButton why={{ of: 'record', id }} />
          <ActionIcon aria-label={t.previous} title={t.previous} onClick={() => onStep(-1)}>
            <IconChevronUp size={16} />
          </ActionIcon>
          <ActionIcon aria-label={t.next} title={t.next} onClick={() => onStep(1)}>
            <IconChevronDown size={16} />
          </ActionIcon>
        </span>
      </div>
      {detail.isError ? (
        <ErrorState error={detail.error} onRetry={() => void detail.refetch()} />
      ) : (
        <LoadingDim loading={detail.isFetching} empty={!detail.data} height={320}>
          {detail.data && <Facts record={detail.data} />}
        </LoadingDim>
      )}
    </SidePanel>
  );
}

function Facts({ record }: { record: RecordDetail }) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const unit = record.unit ? ` ${record.unit}` : '';
  const list = (fields: readonly GridField[]) =>
    fields.flatMap((field) => {
      const column = gridColumn(field);
      const value = record[field];
      if (!column || value === null) return [];
      const suffix = field.endsWith('Minutes') ? ` ${t.minutes}` : field.endsWith('Seconds') ? ` ${t.seconds}` : '';
      const decimals = typeof value === 'number' ? decimalsOf(value) : 0;
      const shown = cellText(record, column, format, decimals) + suffix + (field.endsWith('Quantity') ? unit : '');
      return [
        <Fact
          key={field}
          name={columnLabel(column, labels, t)}
          value={field === 'lotNumber' ? <LotLink lot={shown} /> : shown}
        />,
      ];
    });
  const reasons = (all: { reason: string; amount: number }[], suffix: string) =>
    all.map(({ reason, amount }) => (
      <Fact key={reason} name={reason} value={format.number(amount, decimalsOf(amount)) + suffix} />
    ));
  const defects = record.defects.map(({ reason, quantity }) => ({ reason, amount: quantity }));
  const downtimes = record.downtimes.map(({ reason, minutes }) => ({ reason, amount: minutes }));
  return (
    <>
      <Section title={t.whatAndWhere}>{list(whatAndWhere)}</Section>
      <Section title={t.quantities}>{list(amounts)}</Section>
      {defects.length > 0 && <Section title={t.defects}>{reasons(defects, unit)}</Section>}
      <Section title={t.time}>{list(times)}</Section>
      {downtimes.length > 0 && <Section title={t.downtimes}>{reasons(downtimes, ` ${t.minutes}`)}</Section>}
      {record.note && <Section title={labels.fields.note}>{<p>{record.note}</p>}</Section>}
      <Section title={t.source}>
        {list(source)}
        <Fact name={t.batch} value={String(record.batchId)} />
      </Section>
      <RecordOrigin key={record.id} id={record.id} />
    </>
  );
}

/** Leads to the whole story of a lot, with the dates and filters that are looked at. */
function LotLink({ lot }: { lot: string }) {
  const t = useText(text);
  const { params } = parseHash(useHash());
  const address = formatHash('lots', writeScope(readScope(params), new URLSearchParams({ lot })));
  return (
    <a href={address} title={t.lotStory}>
      {lot}
    </a>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  if (Array.isArray(children) && children.length === 0) return null;
  return (
    <section className={css.section}>
      <h3>{title}</h3>
      <dl className={css.facts}>{children}</dl>
    </section>
  );
}

function Fact({ name, value }: { name: string; value: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
