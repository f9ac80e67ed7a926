import type { Rebuilt } from '../../../../shared/contract/recovery.ts';
import { differenceWords } from '../../../../shared/text/recovery.ts';
import { useFormat, useText } from '../../../lib/language.tsx';
import css from './recovery.module.css';
import { text } from './text.ts';

/** What was lost when an archive was rebuilt, month by month. */
export function RebuiltMonths({ rebuilt: { at, source, months } }: { rebuilt: Rebuilt }) {
  const t = useText(text);
  const words = useText(differenceWords);
  const format = useFormat();
  const differing = months.filter(
    ({ recordsBefore, recordsAfter, days }) => recordsBefore !== recordsAfter || (days?.length ?? 0) > 0,
  );
  return (
    <>
      <p>
        {t.rebuiltAt(format.dateTime(at))} {source === 'readable' ? t.fromReadable : t.fromOlder}
      </p>
      {differing.length > 0 && (
        <ul className={css.months}>
          {differing.map((month) => (
            <li key={month.month}>{words(month)}</li>
          ))}
        </ul>
      )}
    </>
  );
}
