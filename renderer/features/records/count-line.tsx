import type { ProductionRecord } from '../../../shared/query/records-query.ts';
import { useFormat, useText } from '../../lib/language.tsx';
import { ReadingNote, ReadingWords } from '../../ui/reading-note.tsx';
import type { PagePart } from './page-store.ts';
import css from './records.module.css';
import { text } from './text.ts';
import type { Count } from './use-count.ts';

interface CountLineProps {
  /** Whether records are sought by a text or by what they hold. */
  isSought: boolean;
  count: Count;
  /** What is known of the page that is looked for record by record; null where none is. */
  part: PagePart<ProductionRecord> | null;
  /** Whether there are no rows yet. */
  waiting: boolean;
}

/** How many records there are, as far as that is known; while they are looked at one by one, how far that is. */
export function CountLine({ isSought, count, part, waiting }: CountLineProps) {
  const t = useText(text);
  const format = useFormat();
  const soFar = part ? part.rows.length : count.soFar;
  if (count.exact !== null) {
    return <span role="status">{(isSought ? t.found : t.records)(format.number(count.exact), count.exact === 1)}</span>;
  }
  if (soFar === null) return <span role="status">{isSought && waiting ? t.searching : t.counting}</span>;
  return (
    <span className={css.counted}>
      {/* Counting aloud would drown all else; that it was stopped, or is done, is told. */}
      <span>{t.foundSoFar(format.number(soFar))}</span>
      {part ? <ReadingWords state="going" partial={part} /> : <ReadingNote report={count} subject={t.counting} />}
    </span>
  );
}
