import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Job, StoreStatus } from '../../../shared/contract/schemas.ts';
import { useFormat, useText } from '../../lib/language.tsx';
import { Panel } from '../../ui/panel.tsx';
import css from './maintenance.module.css';
import { text } from './text.ts';

interface ActionsProps {
  store: StoreStatus;
  /** Kinds of job that are on their way. */
  busy: ReadonlySet<Job['kind']>;
  error: string | null;
  onCompact: () => void;
  onCheck: () => void;
  onArchive: () => void;
}

/** The three things that can be done for a store, each with what it does, said before. */
export function Actions({ store, busy, error, onCompact, onCheck, onArchive }: ActionsProps) {
  const t = useText(text);
  const format = useFormat();
  const free = store.partitions.find((partition) => partition.kind === 'live')?.freeBytes ?? 0;
  const isEmpty = store.records === 0;
  return (
    <div className={css.actions}>
      <Action title={t.archive} words={store.archivableYears.length > 0 ? t.archiveWords : t.archiveNone}>
        <Button disabled={store.archivableYears.length === 0 || busy.has('archive')} onClick={onArchive}>
          {t.archiveAction}
        </Button>
      </Action>
      <Action title={t.compact} words={free > 0 ? t.compactWords(format.bytes(free)) : t.compactNothing}>
        <Button variant="default" disabled={busy.has('vacuum')} onClick={onCompact}>
          {t.compactAction}
        </Button>
      </Action>
      <Action title={t.check} words={error ?? t.checkWords} failed={error !== null}>
        <Button variant="default" disabled={isEmpty || busy.has('integrity')} onClick={onCheck}>
          {t.checkAction}
        </Button>
      </Action>
    </div>
  );
}

interface ActionProps {
  title: string;
  words: string;
  failed?: boolean;
  children: ReactNode;
}

function Action({ title, words, failed = false, children }: ActionProps) {
  return (
    <Panel title={title}>
      <div className={css.action}>
        <p className={failed ? css.bad : undefined} role={failed ? 'alert' : undefined}>
          {words}
        </p>
        {children}
      </div>
    </Panel>
  );
}
