import { useFormat, useText } from '../../lib/language.tsx';
import { ReadoutCard, ReadoutTable } from '../plot/readout-card.tsx';
import { series } from './series.ts';
import { text } from './text.ts';
import type { Minute } from './to-minutes.ts';

/** The numbers of one minute, aligned. */
export function MinuteTooltip({ minute }: { minute: Minute }) {
  const t = useText(text);
  const format = useFormat();
  return (
    <ReadoutCard title={format.time(new Date(minute.atMs).toISOString())}>
      <ReadoutTable>
        <tbody>
          <tr>
            <th scope="row">{t.questions}</th>
            <td>{format.number(minute.count)}</td>
          </tr>
          {series.map(({ key }) => (
            <tr key={key}>
              <th scope="row">{t.percentiles[key]}</th>
              <td>{format.milliseconds(minute[key])}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t.worst}</th>
            <td>{format.milliseconds(minute.worst)}</td>
          </tr>
        </tbody>
      </ReadoutTable>
    </ReadoutCard>
  );
}
