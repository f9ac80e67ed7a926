import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import type { KeptProfile } from '../../../../shared/contract/profiles.ts';
import { useFormat, useText } from '../../../lib/language.tsx';
import { Told } from '../../../ui/told.tsx';
import css from '../imports.module.css';
import { EditDialog } from './edit-dialog.tsx';
import { NameDialog } from './name-dialog.tsx';
import own from './profiles.module.css';
import { RemoveDialog } from './remove-dialog.tsx';
import { text } from './text.ts';
import { useProfileChanges } from './use-profiles.ts';

type Asked = { profile: KeptProfile; to: 'edit' | 'rename' | 'copy' | 'remove' };

/** Each profile with the files that it is for, and what can be done with it. */
export function ProfileTable({ profiles }: { profiles: readonly KeptProfile[] }) {
  const t = useText(text);
  const [asked, setAsked] = useState<Asked | null>(null);
  const { exportFile } = useProfileChanges();
  const onClose = () => setAsked(null);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
    <div className={css.scroll} tabIndex={0}>
      {exportFile.isError && (
        <p className={css.bad} role="alert">
          <Told message={exportFile.error.message} />
        </p>
      )}
      <table className={css.table}>
        <thead>
          <tr>
            <th>{t.name}</th>
            <th>{t.headings}</th>
            <th>{t.lastUsed}</th>
            <th className={css.number}>{t.imports}</th>
            <th aria-hidden />
          </tr>
        </thead>
        <tbody>
          {profiles.map((profile) => (
            <ProfileRow
              key={profile.id}
              profile={profile}
              onAsk={(to) => setAsked({ profile, to })}
              onExport={() => exportFile.mutate(profile.id)}
            />
          ))}
        </tbody>
      </table>
      {asked?.to === 'edit' && <EditDialog kept={asked.profile} onClose={onClose} />}
      {asked?.to === 'remove' && <RemoveDialog kept={asked.profile} onClose={onClose} />}
      {(asked?.to === 'rename' || asked?.to === 'copy') && (
        <NameDialog kept={asked.profile} isCopy={asked.to === 'copy'} onClose={onClose} />
      )}
    </div>
  );
}

interface ProfileRowProps {
  profile: KeptProfile;
  onAsk: (to: Asked['to']) => void;
  onExport: () => void;
}

function ProfileRow({ profile, onAsk, onExport }: ProfileRowProps) {
  const t = useText(text);
  const format = useFormat();
  const name = profile.name || t.unnamed;
  const headings = profile.headings.join(', ');
  return (
    <tr>
      <th scope="row" className={`${own.name} ${profile.name === '' ? css.quiet : ''}`} title={name}>
        {name}
      </th>
      <td className={own.headings} title={headings}>
        {headings || <span className={css.quiet}>{t.headingsUnknown}</span>}
      </td>
      <td className={`${css.quiet} ${css.when}`}>{profile.usedAt ? format.dateTime(profile.usedAt) : t.never}</td>
      <td className={css.number}>{format.number(profile.imports)}</td>
      <td>
        <div className={css.rowActions}>
          <Button variant="default" size="compact-xs" aria-label={t.editOf(name)} onClick={() => onAsk('edit')}>
            {t.edit}
          </Button>
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <ActionIcon size="sm" aria-label={t.more(name)}>
                <IconDots size={16} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => onAsk('rename')}>{t.rename}</Menu.Item>
              <Menu.Item onClick={() => onAsk('copy')}>{t.copy}</Menu.Item>
              <Menu.Item onClick={onExport}>{t.export}</Menu.Item>
              <Menu.Item onClick={() => onAsk('remove')}>{t.remove}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </div>
      </td>
    </tr>
  );
}
