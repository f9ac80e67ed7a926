import type { RecordDetail } from '../../../shared/query/records-query.ts';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { decimalsOf } from '../../lib/precision.ts';
import { RecordOrigin } from '../../ui/record-origin/record-origin.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { WhyButton } from '../../why/why-button.tsx';
import css from './lots.module.css';
import { text } from './text.ts';
import { whenOf } from './timeline-panel.tsx';

const places = ['site', 'line', 'shift', 'operator', 'itemCode', 'itemName', 'orderNumber'] as const;
const quantities = ['plannedQuantity', 'goodQuantity', 'defectQuantity', 'reworkQuantity'] as const;
const times = ['plannedMinutes', 'runMinutes', 'downMinutes'] as const;

/** One record of the story: all of it, the line of the file it came from, and what became of it since. */
export function RecordPanel({ record, onClose }: { record: RecordDetail; onClose: () => void }) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const amounts = (fields: readonly (typeof quantities | typeof times)[number][], unit: string | null) =>
    fields.flatMap((field): [string, string][] => {
      const value = record[field];
      const suffix = unit === null ? '' : ` ${unit}`;
      return value === null ? [] : [[labels.fields[field], format.number(value, decimalsOf(value)) + suffix]];
    });
  const facts: [string, string][] = [
    ...places.flatMap((field): [string, string][] => {
      const value = record[field];
      return value === null ? [] : [[labels.fields[field], value]];
    }),
    ...amounts(quantities, record.unit),
    ...amounts(times, t.minutes),
    ...(record.note === null ? [] : [[labels.fields.note, record.note] as [string, string]]),
  ];
  return (
    <SidePanel title={t.record} onClose={onClose}>
      <div className={css.recordHead}>
        <span>{whenOf(record, format)}</span>
        <WhyButton why={{ of: 'record', id: record.id }} />
      </div>
      <dl className={css.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Reasons
        title={t.defectsBy}
        reasons={record.defects.map(({ reason, quantity }) => [reason, quantity])}
        unit={record.unit}
      />
      <Reasons
        title={t.downtimeBy}
        reasons={record.downtimes.map(({ reason, minutes }) => [reason, minutes])}
        unit={t.minutes}
      />
      <section className={css.part}>
        <h3>{t.origin}</h3>
        <p className={css.quiet}>
          {t.file(format.number(record.batchId), record.sourceFile ?? '')}
          {record.sourceLine !== null && `, ${t.line(format.number(record.sourceLine))}`}
        </p>
      </section>
      <RecordOrigin key={record.id} id={record.id} />
    </SidePanel>
  );
}

function Reasons({ title, reasons, unit }: { title: string; reasons: [string, number][]; unit: string | null }) {
  const format = useFormat();
  if (reasons.length === 0) return null;
  return (
    <section className={css.part}>
      <h3>{title}</h3>
      <dl className={css.facts}>
        {reasons.map(([reason, amount]) => (
          <div key={reason}>
            <dt>{reason}</dt>
            <dd>{[format.number(amount, decimalsOf(amount)), unit].filter((each) => each !== null).join(' ')}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
