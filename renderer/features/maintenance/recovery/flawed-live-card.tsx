import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { CommandId } from '../../../../shared/commands/registry.ts';
import type { FlawedLive, Recovery } from '../../../../shared/contract/recovery.ts';
import { useCommands } from '../../../commands/commands.tsx';
import { useClient } from '../../../lib/connection.tsx';
import { useFormat, useLabels, useText } from '../../../lib/language.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { Told } from '../../../ui/told.tsx';
import { RebuiltMonths } from './rebuilt-months.tsx';
import css from './recovery.module.css';
import { text } from './text.ts';

interface FlawedLiveCardProps {
  live: FlawedLive;
  folders: Recovery['folders'];
  isChecking: boolean;
}

/** The live file: what is known against it, what it means, and what to do in which order. */
export function FlawedLiveCard({ live, folders, isChecking }: FlawedLiveCardProps) {
  const { records, firstDate, lastDate, isFailing, damage, found, isDecayed, rebuilt } = live;
  const t = useText(text);
  const format = useFormat();
  const dates = firstDate && lastDate ? format.dateRange(firstDate, lastDate) : format.date(null);
  const isDamaged = isFailing || damage !== null;
  return (
    <li className={css.archive}>
      <h3 className={css.name}>
        live.db <span className={css.quiet}>{t.holds(format.number(records), dates)}</span>
      </h3>
      {isFailing && <p>{t.liveFails}</p>}
      {isDecayed && <p>{t.liveDecayed}</p>}
      {found !== null && <p>{t.liveDamaged}</p>}
      {found !== null && (
        <p className={css.quiet} lang="en">
          {found}
        </p>
      )}
      {isDamaged && <Steps isDecayed={isDecayed} folders={folders} isChecking={isChecking} />}
      {rebuilt && <RebuiltMonths rebuilt={rebuilt} />}
      {rebuilt && !isDecayed && <TakeNote />}
    </li>
  );
}

interface StepsProps extends Omit<FlawedLiveCardProps, 'live'> {
  isDecayed: boolean;
}

/** What to do, first things first. */
function Steps({ isDecayed, folders, isChecking }: StepsProps) {
  const t = useText(text);
  const [isAsked, setAsked] = useState(false);
  const takeNote = useTakeNote();
  const hasCopy = folders.backups !== null || folders.standby !== null;
  return (
    <ol className={css.steps}>
      <Step words={t.stepCheck}>
        <CommandButton command="maintenance.integrity" disabled={isChecking} />
      </Step>
      <Step words={hasCopy ? t.stepReplace : t.noCopies}>
        {hasCopy && (
          <>
            {folders.backups !== null && <CommandButton command="maintenance.restore" />}
            {folders.standby !== null && <CommandButton command="maintenance.failOver" />}
          </>
        )}
      </Step>
      {isDecayed ? (
        <Step words={t.stepUse}>
          <Button variant="default" onClick={() => setAsked(true)}>
            {t.accept}
          </Button>
        </Step>
      ) : (
        <Step words={t.stepClean} />
      )}
      {isAsked && (
        <ConfirmDialog
          title={t.acceptTitle('live.db')}
          confirm={t.acceptConfirm}
          cancel={t.cancel}
          action={takeNote}
          onClose={() => setAsked(false)}
        >
          <p>{t.useWill}</p>
        </ConfirmDialog>
      )}
    </ol>
  );
}

function Step({ words, children }: { words: string; children?: ReactNode }) {
  return (
    <li>
      <p>{words}</p>
      {children && <div className={css.buttons}>{children}</div>}
    </li>
  );
}

function CommandButton({ command, disabled = false }: { command: CommandId; disabled?: boolean }) {
  const labels = useLabels();
  const { run } = useCommands();
  return (
    <Button variant="default" disabled={disabled} onClick={() => run(command)}>
      {labels.commands[command]}
    </Button>
  );
}

/** Ends the notice of what was lost when the file was made anew. */
function TakeNote() {
  const t = useText(text);
  const acknowledge = useMutation({ mutationFn: useTakeNote() });
  return (
    <>
      {acknowledge.isError && (
        <p className={css.bad} role="alert">
          <Told message={acknowledge.error.message} />
        </p>
      )}
      <div className={css.buttons}>
        <Button variant="default" loading={acknowledge.isPending} onClick={() => acknowledge.mutate()}>
          {t.acknowledge}
        </Button>
      </div>
    </>
  );
}

function useTakeNote(): () => Promise<void> {
  const client = useClient();
  const queryClient = useQueryClient();
  return async () => {
    await client.recovery.acknowledge({ archive: 'live' });
    await queryClient.invalidateQueries({ queryKey: ['recovery'] });
  };
}
