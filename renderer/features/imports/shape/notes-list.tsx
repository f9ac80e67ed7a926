import { noteTallySchema, shapeNotes } from '../../../../shared/import/shape.ts';
import { linesInWords, shapeText } from '../../../../shared/import/shape-text.ts';
import { useText } from '../../../lib/language.tsx';
import css from './shape.module.css';
import { text } from './text.ts';

/** What an import left out as no records, and rows that found none in the second file, by kind and with their lines. */
export function NotesList({ result }: { result: Record<string, string | number | boolean | null> }) {
  const t = useText(text);
  const words = useText(shapeText);
  const notes = typeof result.notes === 'string' ? noteTallySchema.parse(JSON.parse(result.notes)) : {};
  const shown = shapeNotes.flatMap((note) => {
    const found = notes[note];
    return found ? [{ note, ...found }] : [];
  });
  if (shown.length === 0) return null;
  return (
    <ul className={css.findings}>
      {shown.map(({ note, count, lines }) => (
        <li key={note}>{words.notes[note](count, linesInWords(lines, count, count === 1 ? t.line : t.lines))}</li>
      ))}
    </ul>
  );
}
