import { MultiSelect } from '@mantine/core';
import { recordFieldNames, recordFields } from '../../../shared/domain/fields.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import css from './imports.module.css';
import type { ProfileChange } from './profile-edit.ts';
import { text } from './text.ts';

/** Which fields name a record for good, and in a sentence what that means when a row comes again. */
export function KeyInput({ profile, onChange }: { profile: ImportProfile; onChange: (change: ProfileChange) => void }) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const mapped = recordFieldNames.filter((name) => 'identifies' in recordFields[name] && profile.fields[name]);
  const names = profile.key.map((name) => labels.fields[name]);
  return (
    <div className={css.part}>
      <h3>{t.keyTitle}</h3>
      <MultiSelect
        aria-label={t.keyLabel}
        placeholder={names.length === 0 ? t.keyLabel : undefined}
        size="xs"
        clearable
        data={mapped.map((value) => ({ value, label: labels.fields[value] }))}
        value={profile.key}
        onChange={(values) =>
          onChange({ type: 'key', fields: recordFieldNames.filter((name) => values.includes(name)) })
        }
      />
      <p className={css.small}>{names.length > 0 ? t.keySome(format.list(names)) : t.keyNone}</p>
    </div>
  );
}
