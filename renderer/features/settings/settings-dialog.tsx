import { Button, Modal, NumberInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Settings } from '../../../shared/contract/settings.ts';
import { useCommand } from '../../commands/commands.tsx';
import { useClient } from '../../lib/connection.tsx';
import { useText } from '../../lib/language.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import css from './settings-dialog.module.css';
import { text } from './text.ts';

const LONGEST_SECONDS = 86_400;

/** What can be set for the store; opened by its command. */
export function SettingsDialog() {
  const t = useText(text);
  const client = useClient();
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);
  const settings = useQuery({ queryKey: ['settings'], queryFn: () => client.settings.get(), enabled: opened });
  useCommand('file.settings', () => setOpened(true));
  return (
    // Opened with its content, as the focus is given once.
    <Modal opened={opened && !settings.isPending} onClose={close} title={t.title}>
      {settings.error && <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />}
      {settings.data && <SettingsForm settings={settings.data} onClose={close} />}
    </Modal>
  );
}

function SettingsForm({ settings, onClose }: { settings: Settings; onClose: () => void }) {
  const t = useText(text);
  const client = useClient();
  const queryClient = useQueryClient();
  const [timeLimitSeconds, setTimeLimit] = useState<number | null>(settings.timeLimitSeconds);
  const save = useMutation({
    mutationFn: (changes: Partial<Settings>) => client.settings.change(changes),
    onSuccess: (changed) => {
      queryClient.setQueryData(['settings'], changed);
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (timeLimitSeconds !== null) save.mutate({ timeLimitSeconds });
  };
  return (
    <form onSubmit={submit}>
      <NumberInput
        label={t.timeLimit}
        description={t.timeLimitWords}
        min={0}
        max={LONGEST_SECONDS}
        allowDecimal={false}
        clampBehavior="strict"
        value={timeLimitSeconds ?? ''}
        onChange={(value) => setTimeLimit(typeof value === 'number' ? value : null)}
        data-autofocus
      />
      {save.error && (
        <p className={css.error} role="alert">
          {t.notSaved(save.error.message)}
        </p>
      )}
      <div className={css.buttons}>
        <Button variant="default" onClick={onClose}>
          {t.cancel}
        </Button>
        <Button type="submit" disabled={timeLimitSeconds === null} loading={save.isPending}>
          {t.save}
        </Button>
      </div>
    </form>
  );
}
