import type { Backups } from '../../../../shared/contract/backups.ts';
import { NO_DATA } from '../../../lib/format.ts';
import { useFormat, useText } from '../../../lib/language.tsx';
import { Figures } from '../figures.tsx';
import css from '../maintenance.module.css';
import { text } from './text.ts';

/** When the store was last backed up, where to, and how many backups are kept; and those that cannot be read. */
export function BackupFigures({ found: { plan, backups, damaged, trouble } }: { found: Backups }) {
  const t = useText(text);
  const format = useFormat();
  const [newest] = backups;
  const figures = [
    [t.last, newest ? format.dateTime(newest.madeAt) : t.none],
    [t.kept, format.number(backups.length)],
    [t.size, newest ? format.bytes(newest.bytesWritten) : NO_DATA],
    [t.where, plan.folder ?? NO_DATA],
  ] as const;
  return (
    <>
      <Figures of={figures} />
      {trouble !== null && (
        <p className={css.bad} role="alert">
          {t.trouble(trouble)}
        </p>
      )}
      {damaged.length > 0 && (
        <p className={css.bad} role="alert">
          {t.damaged(damaged.join(', '))}
        </p>
      )}
    </>
  );
}
