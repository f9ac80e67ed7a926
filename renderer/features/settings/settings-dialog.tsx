import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../../commands/commands.tsx';
import { useText } from '../../lib/language.tsx';
import { useSettings } from '../../lib/use-settings.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { SettingsForm } from './settings-form.tsx';
import { text } from './text.ts';

/** What can be set for the store; opened by its command. */
export function SettingsDialog() {
  const t = useText(text);
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);
  const settings = useSettings(opened);
  useCommand('file.settings', () => setOpened(true));
  return (
    // Opened with its content, as the focus is given once.
    <Modal opened={opened && !settings.isPending} onClose={close} title={t.title} size={680}>
      {settings.error && <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />}
      {settings.data && <SettingsForm settings={settings.data} onClose={close} />}
    </Modal>
  );
}
