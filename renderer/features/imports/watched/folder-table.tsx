import { Button, Switch } from '@mantine/core';
import type { Watched, WatchedFolder } from '../../../../shared/contract/watched.ts';
import { useFormat, useText } from '../../../lib/language.tsx';
import { Told } from '../../../ui/told.tsx';
import css from '../imports.module.css';
import { text } from './text.ts';
import { useWatchedChanges } from './use-watched.ts';
import own from './watched.module.css';

type FolderStatus = Watched['folders'][number];

/** Each folder with what waits in it, or why nothing can be taken from it. */
export function FolderTable({
  folders,
  onChange,
}: {
  folders: readonly FolderStatus[];
  onChange: (folder: WatchedFolder) => void;
}) {
  const t = useText(text);
  const { change, remove } = useWatchedChanges();
  const failure = change.error ?? remove.error;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
    <div className={css.scroll} tabIndex={0}>
      {failure && (
        <p className={css.bad} role="alert">
          <Told message={failure.message} />
        </p>
      )}
      <table className={css.table}>
        <thead>
          <tr>
            <th>{t.folder}</th>
            <th>{t.names}</th>
            <th>{t.readBy}</th>
            <th>{t.state}</th>
            <th aria-hidden />
          </tr>
        </thead>
        <tbody>
          {folders.map((folder) => (
            <tr key={folder.id}>
              <th scope="row" className={own.path} title={folder.path}>
                {folder.path}
              </th>
              <td className={own.short}>{folder.pattern}</td>
              <td className={own.short}>{folder.profile ?? <span className={css.quiet}>{t.readByHeadings}</span>}</td>
              <td className={own.state}>
                <State folder={folder} />
              </td>
              <td>
                <div className={css.rowActions}>
                  <Switch
                    size="xs"
                    aria-label={t.turnOn(folder.path)}
                    checked={folder.isOn}
                    onChange={(event) => change.mutate({ id: folder.id, isOn: event.currentTarget.checked })}
                  />
                  <Button
                    variant="default"
                    size="compact-xs"
                    aria-label={t.changeOf(folder.path)}
                    onClick={() => onChange(folder)}
                  >
                    {t.change}
                  </Button>
                  <Button
                    variant="default"
                    size="compact-xs"
                    aria-label={t.stopOf(folder.path)}
                    onClick={() => remove.mutate(folder.id)}
                  >
                    {t.stop}
                  </Button>
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function State({ folder }: { folder: FolderStatus }) {
  const t = useText(text);
  const format = useFormat();
  if (!folder.isOn) return <span className={css.quiet}>{t.off}</span>;
  if (folder.trouble !== null) {
    return (
      <span className={css.bad}>
        <Told message={folder.trouble} />
      </span>
    );
  }
  if (folder.waiting === 0) return <span className={css.quiet}>{t.idle}</span>;
  return <span>{t.waiting(format.number(folder.waiting))}</span>;
}
