import { UnstyledButton } from '@mantine/core';
import { IconNote } from '@tabler/icons-react';
import type { LotStory } from '../../../shared/contract/lots.ts';
import type { RecordDetail } from '../../../shared/query/records-query.ts';
import { LotTimes } from '../../charts/lot-times/lot-times.tsx';
import { toLotTimes } from '../../charts/lot-times/to-bars.ts';
import { type Format, NO_DATA } from '../../lib/format.ts';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { decimalsNeeded, decimalsOf } from '../../lib/precision.ts';
import { LongName } from '../../ui/long-name.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Scrolled } from '../../ui/scrolled.tsx';
import tableCss from './lot-table.module.css';
import css from './lots.module.css';
import { type LotsText, text } from './text.ts';

interface TimelinePanelProps {
  story: LotStory;
  openId: number | null;
  onOpen: (id: number) => void;
}

/** Every record of a lot in the order of time, with what went wrong in each. */
export function TimelinePanel({ story, openId, onOpen }: TimelinePanelProps) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const { records, summary } = story;
  const changed = new Set(story.changes.map(({ recordId }) => recordId));
  const decimals = decimalsNeeded(
    records.flatMap(({ goodQuantity, defectQuantity }) => [goodQuantity, defectQuantity]),
  );
  const minuteDecimals = decimalsNeeded(records.map(({ downMinutes }) => downMinutes));
  const times = toLotTimes(records);
  const isCut = records.length < summary.records;
  return (
    <Panel
      title={t.timeline}
      subtitle={isCut ? t.firstOf(format.number(records.length), format.number(summary.records)) : t.timelineHint}
    >
      {times && <LotTimes times={times} openId={openId} />}
      <Scrolled label={t.timeline} className={tableCss.scroll}>
        <table className={tableCss.table}>
          <thead>
            <tr>
              <th scope="col">{t.when}</th>
              <th scope="col">{labels.fields.line}</th>
              <th scope="col">{labels.fields.shift}</th>
              <th scope="col">{labels.fields.operator}</th>
              <th scope="col">{labels.fields.itemCode}</th>
              <th scope="col" className={tableCss.amount}>
                {labels.fields.goodQuantity}
              </th>
              <th scope="col" className={tableCss.amount}>
                {labels.fields.defectQuantity}
              </th>
              <th scope="col" className={tableCss.amount}>
                {labels.fields.downMinutes} <span className={css.quiet}>{t.minutes}</span>
              </th>
              <th scope="col">{t.reasons}</th>
            </tr>
          </thead>
          <tbody>
            {records.map((record, at) => {
              const isNewDay = record.productionDate !== records[at - 1]?.productionDate;
              return (
                <tr key={record.id} data-day={isNewDay} data-open={record.id === openId}>
                  <th scope="row" className={tableCss.moment}>
                    <UnstyledButton className={tableCss.open} onClick={() => onOpen(record.id)}>
                      <span className="visually-hidden">{t.openRecord}</span>
                      <span className={tableCss.day} data-repeated={!isNewDay}>
                        {format.date(record.productionDate)}
                      </span>
                      <span>{timesOf(record, format)}</span>
                    </UnstyledButton>
                  </th>
                  <td className={css.cut}>
                    <LongName name={record.line ?? NO_DATA} />
                  </td>
                  <td>{record.shift ?? NO_DATA}</td>
                  <td>{record.operator ?? NO_DATA}</td>
                  <td title={record.itemName ?? undefined}>{record.itemCode ?? NO_DATA}</td>
                  <td className={tableCss.amount}>{format.number(record.goodQuantity, decimals)}</td>
                  <td className={tableCss.amount} data-bad={(record.defectQuantity ?? 0) > 0}>
                    {format.number(record.defectQuantity, decimals)}
                  </td>
                  <td className={tableCss.amount} data-bad={(record.downMinutes ?? 0) > 0}>
                    {format.number(record.downMinutes, minuteDecimals)}
                  </td>
                  <td className={tableCss.wide}>
                    {reasonsOf(record, t, format)}
                    {record.note !== null && (
                      <span className={tableCss.remark}>
                        <IconNote size={14} aria-label={labels.fields.note} /> {record.note}
                      </span>
                    )}
                    {changed.has(record.id) && <span className={tableCss.remark}>{t.corrected}</span>}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scrolled>
    </Panel>
  );
}

/** When a record was made, as it is called. */
export function whenOf(record: Pick<RecordDetail, 'productionDate' | 'startedAt'>, format: Format): string {
  const date = format.date(record.productionDate);
  return record.startedAt === null ? date : `${date}, ${format.timeAsWritten(record.startedAt)}`;
}

function timesOf({ startedAt, endedAt }: RecordDetail, format: Format): string {
  if (startedAt === null) return '';
  const start = format.timeAsWritten(startedAt);
  return endedAt === null ? start : `${start} – ${format.timeAsWritten(endedAt)}`;
}

function reasonsOf({ defects, downtimes }: RecordDetail, t: LotsText, format: Format): string {
  return [
    ...defects.map(({ reason, quantity }) => `${reason} ${format.number(quantity, decimalsOf(quantity))}`),
    ...downtimes.map(({ reason, minutes }) => `${reason} ${format.number(minutes, decimalsOf(minutes))} ${t.minutes}`),
  ].join(' · ');
}
