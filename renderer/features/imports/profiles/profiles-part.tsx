import { Button, FileButton } from '@mantine/core';
import { useState } from 'react';
import type { AddedProfile } from '../../../../shared/contract/profiles.ts';
import { useText } from '../../../lib/language.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { LoadingDim } from '../../../ui/loading-dim.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Told } from '../../../ui/told.tsx';
import css from '../imports.module.css';
import { KeepDialog } from './keep-dialog.tsx';
import { ProfileTable } from './profile-table.tsx';
import { text } from './text.ts';
import { useProfileChanges, useProfiles } from './use-profiles.ts';

/** What a person has to say before the profile of a file is kept. */
interface Asked {
  content: string;
  found: Extract<AddedProfile, { outcome: 'sameHeadings' }>;
}

/** Every profile that is kept, and how one comes from a file. */
export function ProfilesPart() {
  const t = useText(text);
  const profiles = useProfiles();
  const { add } = useProfileChanges();
  const [asked, setAsked] = useState<Asked | null>(null);
  const take = async (file: File | null) => {
    if (!file) return;
    const content = await file.text();
    add.mutate({ content }, { onSuccess: (found) => found.outcome === 'sameHeadings' && setAsked({ content, found }) });
  };
  const isEmpty = profiles.data?.length === 0;
  return (
    <Panel
      title={t.title}
      subtitle={t.hint}
      actions={
        <FileButton accept="application/json,.json" onChange={(file) => void take(file)}>
          {(props) => (
            <Button {...props} variant="default" loading={add.isPending}>
              {t.addFile}
            </Button>
          )}
        </FileButton>
      }
    >
      {add.isError && (
        <p className={css.bad} role="alert">
          <Told message={add.error.message} />
        </p>
      )}
      {profiles.isError && !profiles.data ? (
        <ErrorState error={profiles.error} onRetry={() => void profiles.refetch()} />
      ) : (
        <LoadingDim loading={profiles.isPending} empty={!profiles.data} height={120}>
          {isEmpty && <EmptyState title={t.none}>{t.noneHint}</EmptyState>}
          {profiles.data && !isEmpty && <ProfileTable profiles={profiles.data} />}
        </LoadingDim>
      )}
      {asked && (
        <KeepDialog
          found={asked.found}
          error={add.error?.message ?? null}
          onKeep={(which) => add.mutate({ content: asked.content, ...which }, { onSuccess: () => setAsked(null) })}
          onClose={() => setAsked(null)}
        />
      )}
    </Panel>
  );
}
