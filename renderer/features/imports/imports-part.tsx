import { SegmentedControl } from '@mantine/core';
import { useFormat, useText } from '../../lib/language.tsx';
import { useParam } from '../../lib/router.tsx';
import { History } from './history.tsx';
import css from './imports.module.css';
import { ProfilesPart } from './profiles/profiles-part.tsx';
import { text as profilesText } from './profiles/text.ts';
import { text } from './text.ts';
import { text as watchedText } from './watched/text.ts';
import { useWatched } from './watched/use-watched.ts';
import { WatchedPart } from './watched/watched-part.tsx';

const parts = ['history', 'watched', 'profiles'] as const;

/** What was imported, what comes by itself and how files are read: one of the three, which the address remembers. */
export function ImportsPart() {
  const t = useText(text);
  const profiles = useText(profilesText);
  const watched = useText(watchedText);
  const format = useFormat();
  const failed = useWatched().data?.failed.length ?? 0;
  const [part, setPart] = useParam('imports', parts, 'history');
  const labels = {
    history: t.history,
    watched: failed > 0 ? `${watched.title} · ${watched.failedShort(format.number(failed))}` : watched.title,
    profiles: profiles.title,
  };
  return (
    <div className={css.shown}>
      <SegmentedControl
        aria-label={t.parts}
        size="xs"
        data={parts.map((value) => ({ value, label: labels[value] }))}
        value={part}
        onChange={setPart}
      />
      {part === 'history' && <History />}
      {part === 'watched' && <WatchedPart />}
      {part === 'profiles' && <ProfilesPart />}
    </div>
  );
}
