import { Select } from '@mantine/core';
import { useFormat, useText } from '../../../lib/language.tsx';
import own from './profiles.module.css';
import { text } from './text.ts';

export interface ProfileChoice {
  /** Those for the headings of the file, the one used last first. */
  profiles: readonly { id: number; name: string; usedAt: string | null }[];
  /** The one it is read by; null where it is guessed. */
  profileId: number | null;
  onChoose: (profileId: number | null) => void;
}

const GUESSED = 'guessed';

/** By which of several profiles for its headings a file is read, or as it is guessed. */
export function ChooseProfile({ profiles, profileId, onChoose }: ProfileChoice) {
  const t = useText(text);
  const format = useFormat();
  if (profiles.length === 0) return null;
  const label = ({ name, usedAt }: ProfileChoice['profiles'][number]) =>
    name || `${t.unnamed}${usedAt ? ` (${format.dateTime(usedAt)})` : ''}`;
  return (
    <div className={own.readAs}>
      <span aria-hidden>{t.readAs}</span>
      <Select
        aria-label={t.readAs}
        w={220}
        allowDeselect={false}
        data={[
          ...profiles.map((profile) => ({ value: String(profile.id), label: label(profile) })),
          { value: GUESSED, label: t.asGuessed },
        ]}
        value={profileId === null ? GUESSED : String(profileId)}
        onChange={(value) => onChoose(value === GUESSED || value === null ? null : Number(value))}
      />
    </div>
  );
}
