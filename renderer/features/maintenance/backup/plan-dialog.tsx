import { Button, NumberInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BackupPlan } from '../../../../shared/contract/backups.ts';
import { useClient } from '../../../lib/connection.tsx';
import { useText } from '../../../lib/language.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FolderField } from '../../../ui/folder-field.tsx';
import css from '../maintenance.module.css';
import { text } from './text.ts';

const periods = ['daily', 'weekly', 'monthly'] as const;
const MOST_KEPT = 1_000;

/** Sets the folder of the backups and how many are kept. */
export function PlanDialog({ plan, onClose }: { plan: BackupPlan; onClose: () => void }) {
  const t = useText(text);
  const client = useClient();
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState(plan);
  const folder = draft.folder?.trim() ?? '';
  const save = useMutation({
    mutationFn: () => client.maintenance.planBackups({ ...draft, folder }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['backups'] });
      onClose();
    },
  });
  return (
    <Dialog onClose={onClose} title={t.planTitle} size="md">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <div className={css.dialogWords}>
          <FolderField
            data-autofocus
            classNames={{ description: css.dialogDescription }}
            label={t.folder}
            description={t.folderWords}
            error={save.error?.message}
            folder={draft.folder ?? ''}
            onFolder={(chosen) => setDraft({ ...draft, folder: chosen })}
          />
          <fieldset className={css.keep}>
            <legend>{t.keep}</legend>
            <p className={css.dialogDescription}>{t.keepWords}</p>
            <div className={css.keepNumbers}>
              {periods.map((period) => (
                <NumberInput
                  key={period}
                  label={t[period]}
                  min={0}
                  max={MOST_KEPT}
                  allowDecimal={false}
                  clampBehavior="strict"
                  hideControls
                  value={draft[period]}
                  onChange={(next) => setDraft({ ...draft, [period]: Number(next) })}
                />
              ))}
            </div>
          </fieldset>
        </div>
        <div className={css.dialogButtons}>
          <Button variant="default" onClick={onClose}>
            {t.cancel}
          </Button>
          <Button type="submit" disabled={folder === ''} loading={save.isPending}>
            {t.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
