import { Button, FileButton, TextInput } from '@mantine/core';
import { IconFileCode, IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { profileFileSchema } from '../../../shared/import/profile-file.ts';
import { recognitionText } from '../../../shared/import/recognition-text.ts';
import { describeIssues } from '../../../shared/query/report-query.ts';
import { useFormat, useText } from '../../lib/language.tsx';
import { Panel } from '../../ui/panel.tsx';
import css from './imports.module.css';
import type { ProfileChange } from './profile-edit.ts';
import { ChooseProfile, type ProfileChoice } from './profiles/choose-profile.tsx';
import { text } from './text.ts';

interface ProfileNameProps {
  fileName: string;
  bytes: number;
  remembered: boolean;
  profile: ImportProfile;
  /** Profiles for the headings of the file. */
  kept: ProfileChoice;
  onChange: (change: ProfileChange) => void;
  /** The whole profile was taken from a file. */
  onProfile: (profile: ImportProfile) => void;
}

/** Which file this is, whether its kind is remembered, and under what name. */
export function ProfileName({ fileName, bytes, remembered, profile, kept, onChange, onProfile }: ProfileNameProps) {
  const t = useText(text);
  const words = useText(recognitionText);
  const format = useFormat();
  const [fault, setFault] = useState<string | null>(null);
  const load = async (file: File | null) => {
    if (!file) return;
    try {
      const parsed = profileFileSchema.safeParse(JSON.parse(await file.text()));
      if (parsed.success) {
        const { headings: _, ...read } = parsed.data;
        onProfile(read);
      }
      setFault(parsed.success ? null : describeIssues(parsed.error));
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Panel
      title={fileName}
      subtitle={`${words.formats[profile.format]} · ${format.bytes(bytes)}`}
      actions={
        <>
          <ChooseProfile {...kept} />
          <TextInput
            aria-label={t.profileName}
            placeholder={t.profileName}
            title={t.profileNameHint}
            w={220}
            maxLength={100}
            value={profile.name ?? ''}
            onChange={(event) => onChange({ type: 'name', name: event.currentTarget.value })}
          />
          <FileButton accept="application/json,.json" onChange={(file) => void load(file)}>
            {(props) => (
              <Button
                {...props}
                variant="default"
                leftSection={<IconFileCode size={15} aria-hidden />}
                title={t.profileFileHint}
              >
                {t.profileFile}
              </Button>
            )}
          </FileButton>
        </>
      }
    >
      {remembered && (
        <p className={css.remembered}>
          <IconHistory size={16} aria-hidden />
          {t.rememberedHint}
        </p>
      )}
      {fault !== null && (
        <p className={css.bad} role="alert">
          {t.profileUnusable}
          {fault}
        </p>
      )}
    </Panel>
  );
}
