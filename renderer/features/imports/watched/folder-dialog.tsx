import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { WatchedFolder } from '../../../../shared/contract/watched.ts';
import { useText } from '../../../lib/language.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FolderField } from '../../../ui/folder-field.tsx';
import { Told } from '../../../ui/told.tsx';
import dialog from '../dialog.module.css';
import css from '../imports.module.css';
import { useProfiles } from '../profiles/use-profiles.ts';
import { text } from './text.ts';
import { useWatchedChanges } from './use-watched.ts';

const BY_HEADINGS = '';

/** Names a folder to be watched, or changes which of its files are taken and how they are read. */
export function FolderDialog({ folder, onClose }: { folder: WatchedFolder | null; onClose: () => void }) {
  const t = useText(text);
  const [path, setPath] = useState(folder?.path ?? '');
  const [pattern, setPattern] = useState(folder?.pattern ?? '*');
  const [profile, setProfile] = useState(folder?.profile ?? BY_HEADINGS);
  const { add, change } = useWatchedChanges(onClose);
  const names = new Set(useProfiles().data?.flatMap(({ name }) => (name === '' ? [] : [name])));
  if (profile !== BY_HEADINGS) names.add(profile);
  const failure = add.error ?? change.error;
  const submit = () => {
    const chosen = { pattern, profile: profile === BY_HEADINGS ? null : profile };
    if (folder) change.mutate({ id: folder.id, ...chosen });
    else add.mutate({ path: path.trim(), ...chosen, isOn: true });
  };
  return (
    <Dialog onClose={onClose} title={folder ? t.changeTitle : t.addTitle} size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <div className={dialog.words}>
          <FolderField
            data-autofocus={folder === null || undefined}
            label={t.path}
            description={t.pathWords}
            disabled={folder !== null}
            folder={path}
            onFolder={setPath}
          />
          <TextInput
            data-autofocus={folder !== null || undefined}
            label={t.pattern}
            description={t.patternWords}
            spellCheck={false}
            maxLength={200}
            value={pattern}
            onChange={(event) => setPattern(event.currentTarget.value)}
          />
          <Select
            label={t.profile}
            description={t.profileWords}
            allowDeselect={false}
            data={[
              { value: 'headings', label: t.readByHeadings },
              ...[...names].map((name) => ({ value: `name:${name}`, label: name })),
            ]}
            value={profile === BY_HEADINGS ? 'headings' : `name:${profile}`}
            onChange={(value) => setProfile(value?.startsWith('name:') ? value.slice('name:'.length) : BY_HEADINGS)}
          />
          {folder === null && <p className={css.quiet}>{t.what}</p>}
          {failure && (
            <p className={css.bad} role="alert">
              <Told message={failure.message} />
            </p>
          )}
        </div>
        <div className={dialog.buttons}>
          <Button variant="default" onClick={onClose}>
            {t.cancel}
          </Button>
          <Button
            type="submit"
            disabled={path.trim() === '' || pattern.trim() === ''}
            loading={add.isPending || change.isPending}
          >
            {folder ? t.save : t.watch}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
