import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { KeptProfile } from '../../../../shared/contract/profiles.ts';
import type { FileChoice, ImportProfile } from '../../../../shared/import/profile.ts';
import { recognitionText } from '../../../../shared/import/recognition-text.ts';
import { useText } from '../../../lib/language.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Panel } from '../../../ui/panel.tsx';
import dialog from '../dialog.module.css';
import { ProfileDecisions } from '../gate/profile-decisions.tsx';
import css from '../imports.module.css';
import { MappingPanel } from '../mapping-panel.tsx';
import { changeProfile, type ProfileChange, shortcomings } from '../profile-edit.ts';
import { ReadingPanel } from '../reading-panel.tsx';
import { ShapePanel } from '../shape/shape-panel.tsx';
import { text as importsText } from '../text.ts';
import { ValuesPanel } from '../values/values-panel.tsx';
import { FileWritingInputs } from '../what-it-is/file-writing.tsx';
import { columnsOfKept } from './columns-of-kept.ts';
import own from './profiles.module.css';
import { text } from './text.ts';
import { useProfileChanges } from './use-profiles.ts';

/** Changes every part of how files of a kind are read without one of them at hand: its headings stand for it. */
export function EditDialog({ kept, onClose }: { kept: KeptProfile; onClose: () => void }) {
  const t = useText(text);
  const words = useText(importsText);
  const formats = useText(recognitionText).formats;
  const [before] = useState(kept.profile); // the list behind the dialog goes on with what others change
  const [profile, setProfile] = useState(before);
  const { save } = useProfileChanges(onClose);
  const change = (made: ProfileChange) => setProfile(changeProfile(profile, made));
  const choose = (choice: FileChoice) => setProfile(asChosen(profile, choice));
  const { ofFile, shaped } = columnsOfKept(kept, profile);
  const columns = shaped.map((name) => ({ name, samples: [], kind: 'text' as const }));
  const [lacking] = shortcomings(profile);
  return (
    <Dialog onClose={onClose} title={t.editTitle(kept.name || t.unnamed)} size={1080}>
      <div className={own.edit}>
        <TextInput
          data-autofocus
          label={t.name}
          maxLength={100}
          value={profile.name ?? ''}
          onChange={(event) => change({ type: 'name', name: event.currentTarget.value })}
        />
        <Panel title={t.writtenTitle(formats[profile.format])} subtitle={t.writtenHint}>
          <FileWritingInputs profile={profile} written={{ parts: [], recognised: null, onChoose: choose }} />
        </Panel>
        <ShapePanel
          profile={profile}
          fileColumns={ofFile}
          notes={{}}
          facts={{ findings: [], second: null, isAtHand: false, onChoose: choose }}
          onProfile={setProfile}
        />
        <MappingPanel profile={profile} columns={columns} onChange={change} />
        <ValuesPanel profile={profile} columns={columns} onProfile={setProfile} />
        <ReadingPanel profile={profile} remembered onChange={change} isAlone />
        <ProfileDecisions profile={profile} onProfile={setProfile} />
      </div>
      <div className={own.foot}>
        <p className={css.bad} role="alert">
          {save.error?.message ?? (lacking && words.shortcomings[lacking])}
        </p>
        <div className={dialog.buttons}>
          <Button variant="default" onClick={onClose}>
            {t.cancel}
          </Button>
          <Button
            disabled={lacking !== undefined}
            loading={save.isPending}
            onClick={() => save.mutate({ id: kept.id, profile, before })}
          >
            {t.save}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

/** The profile with what is said of how its files are written. */
function asChosen(profile: ImportProfile, { part, joinOn: _, ...said }: FileChoice): ImportProfile {
  const { part: before, ...rest } = profile;
  const named = part ?? before;
  return { ...rest, ...said, ...(named && { part: named }) } as ImportProfile;
}
