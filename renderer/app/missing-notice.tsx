import { Button } from '@mantine/core';
import { IconFileAlert } from '@tabler/icons-react';
import type { StoreStatus } from '../../shared/contract/schemas.ts';
import { useCommands } from '../commands/commands.tsx';
import type { Format } from '../lib/format.ts';
import { useFormat, useText } from '../lib/language.tsx';
import { useStatus } from '../lib/use-status.ts';
import css from './missing-notice.module.css';
import { text } from './text.ts';

type Words = (typeof text)['en'];

interface Told {
  key: string;
  words: string;
  /** The service's own sentence, where it has more to say. */
  because?: string;
}

/** Says above every screen which files cannot be read, or are not to be relied on, and so what every number lacks. */
export function MissingNotice() {
  const t = useText(text);
  const format = useFormat();
  const { run } = useCommands();
  const told = whatToTell(useStatus().data?.partitions ?? [], t, format);
  return (
    <div role="alert">
      {told.map(({ key, words, because }) => (
        <div key={key} className={css.notice}>
          <IconFileAlert size={16} stroke={1.6} aria-hidden />
          <p className={css.words} title={because}>
            {words}
          </p>
          <Button size="compact-xs" variant="default" onClick={() => run('go.maintenance')}>
            {t.toMaintenance}
          </Button>
        </div>
      ))}
    </div>
  );
}

/** A line for each file and what is known against it; those that are still being compared share one. */
function whatToTell(partitions: StoreStatus['partitions'], t: Words, format: Format): Told[] {
  const told: Told[] = [];
  const changed: string[] = [];
  for (const { name, records, firstDate, lastDate, setAside, flaws } of partitions) {
    const file = `${name}.db`;
    if (setAside !== null) {
      const dates = firstDate && lastDate ? format.dateRange(firstDate, lastDate) : format.date(null);
      told.push({ key: name, words: t.isMissing(file, format.number(records), dates), because: setAside });
    }
    for (const flaw of flaws) {
      const key = `${name} ${flaw.code}`;
      if (flaw.code === 'changed') changed.push(file);
      if (flaw.code === 'doubted') {
        const dates = format.dateRange(flaw.from, flaw.to);
        told.push({ key, words: t.isDoubted(file, format.number(flaw.records), dates), because: flaw.because });
      }
      if (flaw.code === 'damaged') {
        const dates = format.dateRange(flaw.from, flaw.to);
        told.push({ key, words: t.isDamaged(file, format.number(flaw.records), dates), because: flaw.because });
      }
      if (flaw.code === 'rebuilt') {
        const dates = format.dateRange(flaw.from, flaw.to);
        const words =
          flaw.lost > 0 ? t.isRebuilt(file, format.number(flaw.lost), dates) : t.isRebuiltWhole(file, dates);
        told.push({ key, words });
      }
    }
  }
  return changed.length > 0 ? [...told, { key: 'changed', words: t.isChanged(changed.join(', ')) }] : told;
}
