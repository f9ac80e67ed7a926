import { type RecordField, recordFields } from '../../../shared/domain/fields.ts';
import type { ChangedField, RecordChange } from '../../../shared/query/changes.ts';
import { type Format, NO_DATA } from '../../lib/format.ts';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { decimalsOf } from '../../lib/precision.ts';
import css from './changes.module.css';
import { text } from './text.ts';

/** What imports changed of a record, the newest first: who, when, and each field before and after. */
export function ChangeList({ changes }: { changes: readonly RecordChange[] }) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  return (
    <section className={css.changes} aria-label={t.changes}>
      <h3>{t.changes}</h3>
      {changes.map(({ batchId, file, at, by, undoneAt, undoneBy, fields }) => (
        <article key={batchId} data-undone={undoneAt !== null || undefined}>
          <p>{t.changedBy(format.number(batchId), file)}</p>
          <p className={css.quiet}>
            {format.dateTime(at)} {by !== '' && t.by(by)}
          </p>
          {undoneAt !== null && (
            <p className={css.undone}>
              {t.undone(format.dateTime(undoneAt))} {undoneBy && t.by(undoneBy)}
            </p>
          )}
          <table>
            <thead>
              <tr>
                <th>{t.field}</th>
                <th>{t.before}</th>
                <th>{t.after}</th>
              </tr>
            </thead>
            <tbody>
              {fields.map(({ field, before, after }) => (
                <tr key={field}>
                  <th scope="row">{labels.fields[field]}</th>
                  <td>{written(field, before, format)}</td>
                  <td>{written(field, after, format)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </article>
      ))}
    </section>
  );
}

function written(field: RecordField, value: ChangedField['before'], format: Format): string {
  if (value === null) return NO_DATA;
  if (typeof value === 'number') return format.number(value, decimalsOf(value));
  const { kind } = recordFields[field];
  if (kind === 'date') return format.date(value);
  return kind === 'instant' ? value.slice(0, 16).replace('T', ' ') : value;
}
