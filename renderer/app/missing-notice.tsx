import { Button } from '@mantine/core';
import { IconFileAlert } from '@tabler/icons-react';
import { useCommands } from '../commands/commands.tsx';
import { useFormat, useText } from '../lib/language.tsx';
import { useStatus } from '../lib/use-status.ts';
import css from './missing-notice.module.css';
import { text } from './text.ts';

/** Says above every screen which files cannot be read, and so which records every number lacks. */
export function MissingNotice() {
  const t = useText(text);
  const format = useFormat();
  const { run } = useCommands();
  const missing = useStatus().data?.partitions.filter(({ setAside }) => setAside !== null) ?? [];
  return (
    <div role="alert">
      {missing.map(({ name, records, firstDate, lastDate, setAside }) => (
        <div key={name} className={css.notice}>
          <IconFileAlert size={16} stroke={1.6} aria-hidden />
          <p className={css.words} title={setAside ?? undefined}>
            {t.isMissing(
              `${name}.db`,
              format.number(records),
              firstDate && lastDate ? format.dateRange(firstDate, lastDate) : format.date(null),
            )}
          </p>
          <Button size="compact-xs" variant="default" onClick={() => run('go.maintenance')}>
            {t.toMaintenance}
          </Button>
        </div>
      ))}
    </div>
  );
}
