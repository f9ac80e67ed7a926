import type { Missing } from '../../shared/contract/standby.ts';
import { jobText } from '../lib/job-text.ts';
import { useFormat, useText } from '../lib/language.tsx';
import { missingText } from './missing-text.ts';

const LISTED = 6;

/** What a copy of the store lacks of what was done; `at` is the moment it is of. */
export function MissingPart({ missing: { records, changes }, at }: { missing: Missing; at: string }) {
  const t = useText(missingText);
  const { title } = useText(jobText);
  const format = useFormat();
  if (changes.length === 0) return <p>{records === null ? t.unknown(format.dateTime(at)) : t.nothing}</p>;
  return (
    <>
      <p>{records === null ? t.unknown(format.dateTime(at)) : t.records(format.number(records))}</p>
      <ul>
        {changes.slice(0, LISTED).map((change) => (
          <li key={`${change.at} ${change.subject}`}>
            {t.change(title[change.kind](change.subject), format.dateTime(change.at))}
          </li>
        ))}
        {changes.length > LISTED && <li>{t.more(format.number(changes.length - LISTED))}</li>}
      </ul>
    </>
  );
}
