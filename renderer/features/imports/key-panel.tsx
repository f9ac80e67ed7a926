import { MultiSelect } from '@mantine/core';
import { recordFieldNames, recordFields } from '../../../shared/domain/fields.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { ProfileChange } from './profile-edit.ts';
import { text } from './text.ts';

/** Which fields name a record for good, and in a sentence what that means when a row comes again. */
export function KeyPanel({ profile, onChange }: { profile: ImportProfile; onChange: (change: ProfileChange) => void }) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const mapped = recordFieldNames.filter((name) => 'identifies' in recordFields[name] && profile.fields[name]);
  const names = profile.key.map((name) => labels.fields[name]);
  return (
    <Panel title={t.keyTitle} subtitle={names.length > 0 ? t.keySome(format.list(names)) : t.keyNone}>
      <MultiSelect
        aria-label={t.keyLabel}
        placeholder={names.length === 0 ? t.keyLabel : undefined}
        size="xs"
        maw={480}
        clearable
        data={mapped.map((value) => ({ value, label: labels.fields[value] }))}
        value={profile.key}
        onChange={(values) =>
          onChange({ type: 'key', fields: recordFieldNames.filter((name) => values.includes(name)) })
        }
      />
    </Panel>
  );
}
