import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FlawedArchive, Recovery } from '../../../../shared/contract/recovery.ts';
import { useClient } from '../../../lib/connection.tsx';
import { useFormat, useText } from '../../../lib/language.tsx';
import { Told } from '../../../ui/told.tsx';
import { RebuiltMonths } from './rebuilt-months.tsx';
import { RecoverDialog } from './recover-dialog.tsx';
import css from './recovery.module.css';
import { text } from './text.ts';

interface FlawedArchiveCardProps {
  archive: FlawedArchive;
  folders: Recovery['folders'];
  isBusy: boolean;
}

/** One archive: what is known against it, and what can be done. */
export function FlawedArchiveCard({ archive, folders, isBusy }: FlawedArchiveCardProps) {
  const { name, setAside, doubt, isChanged, rebuilt, records, firstDate, lastDate } = archive;
  const t = useText(text);
  const format = useFormat();
  const client = useClient();
  const queryClient = useQueryClient();
  const [way, setWay] = useState<'rebuild' | 'accept' | null>(null);
  const acknowledge = useMutation({
    mutationFn: () => client.recovery.acknowledge({ archive: name }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['recovery'] }),
  });
  const dates = firstDate && lastDate ? format.dateRange(firstDate, lastDate) : format.date(null);
  const because = setAside ?? doubt;
  return (
    <li className={css.archive}>
      <h3 className={css.name}>
        {name}.db <span className={css.quiet}>{t.holds(format.number(records), dates)}</span>
      </h3>
      {setAside !== null && <p>{t.setAside}</p>}
      {doubt !== null && <p>{t.doubted}</p>}
      {isChanged && <p>{t.changed}</p>}
      {because !== null && (
        <p className={css.quiet} lang="en">
          {because}
        </p>
      )}
      {rebuilt && <RebuiltMonths rebuilt={rebuilt} />}
      {acknowledge.isError && (
        <p className={css.bad} role="alert">
          <Told message={acknowledge.error.message} />
        </p>
      )}
      <div className={css.buttons}>
        {because !== null && (
          <Button disabled={isBusy} onClick={() => setWay('rebuild')}>
            {t.rebuild}
          </Button>
        )}
        {doubt !== null && (
          <Button variant="default" disabled={isBusy} onClick={() => setWay('accept')}>
            {t.accept}
          </Button>
        )}
        {rebuilt && (
          <Button variant="default" loading={acknowledge.isPending} onClick={() => acknowledge.mutate()}>
            {t.acknowledge}
          </Button>
        )}
      </div>
      {way && <RecoverDialog way={way} name={name} folders={folders} onClose={() => setWay(null)} />}
    </li>
  );
}
