import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { KeptProfile } from '../../../../shared/contract/profiles.ts';
import { useText } from '../../../lib/language.tsx';
import dialog from '../dialog.module.css';
import css from '../imports.module.css';
import { MappingPanel } from '../mapping-panel.tsx';
import { changeProfile, columnsInUse, type ProfileChange, shortcomings } from '../profile-edit.ts';
import { ReadingPanel } from '../reading-panel.tsx';
import { text as importsText } from '../text.ts';
import own from './profiles.module.css';
import { text } from './text.ts';
import { useProfileChanges } from './use-profiles.ts';

/** Changes how files of a kind are read without one of them at hand: its headings stand for it. */
export function EditDialog({ kept, onClose }: { kept: KeptProfile; onClose: () => void }) {
  const t = useText(text);
  const words = useText(importsText);
  const [profile, setProfile] = useState(kept.profile);
  const { save } = useProfileChanges(onClose);
  const change = (made: ProfileChange) => setProfile(changeProfile(profile, made));
  const headings = [...new Set([...kept.headings, ...columnsInUse(kept.profile)])];
  const columns = headings.map((name) => ({ name, samples: [], kind: 'text' as const }));
  const [lacking] = shortcomings(profile);
  return (
    <Modal opened onClose={onClose} title={t.editTitle(kept.name || t.unnamed)} size="xl">
      <div className={own.edit}>
        <TextInput
          data-autofocus
          label={t.name}
          maxLength={100}
          value={profile.name ?? ''}
          onChange={(event) => change({ type: 'name', name: event.currentTarget.value })}
        />
        <MappingPanel profile={profile} columns={columns} onChange={change} />
        <ReadingPanel profile={profile} remembered onChange={change} />
        {(lacking || save.isError) && (
          <p className={css.bad} role="alert">
            {save.error?.message ?? (lacking && words.shortcomings[lacking])}
          </p>
        )}
      </div>
      <div className={dialog.buttons}>
        <Button variant="default" onClick={onClose}>
          {t.cancel}
        </Button>
        <Button
          disabled={lacking !== undefined}
          loading={save.isPending}
          onClick={() => save.mutate({ id: kept.id, profile })}
        >
          {t.save}
        </Button>
      </div>
    </Modal>
  );
}
