import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Alert, AlertKind } from '../../../../shared/contract/health.ts';
import { useCommands } from '../../../commands/commands.tsx';
import { useAppEvent } from '../../../lib/app-events.tsx';
import { useFormat, useText } from '../../../lib/language.tsx';
import { AttentionNotice, AttentionWords } from '../../../ui/attention.tsx';
import { alertWords } from './alert-words.ts';
import { text } from './text.ts';

/** Tells once, below the content, of an alert that begins; it stays until it is closed or Health is looked at. */
export function AlertNotice({ isHealthShown }: { isHealthShown: boolean }) {
  const t = useText(text);
  const format = useFormat();
  const { run } = useCommands();
  const [begun, setBegun] = useState<readonly Alert[]>([]);
  const without = (kind: AlertKind) => (now: readonly Alert[]) => now.filter((alert) => alert.kind !== kind);
  useAppEvent((event) => {
    if (event.type === 'alert') setBegun((now) => [...without(event.alert.kind)(now), event.alert]);
  });
  if (isHealthShown && begun.length > 0) setBegun([]);
  return (
    <div role="status">
      {begun.map((alert) => {
        const { title, words } = alertWords(alert, t, format);
        return (
          <AttentionNotice key={alert.kind} close={t.close} onClose={() => setBegun(without(alert.kind))}>
            <AttentionWords title={title}>{words}</AttentionWords>
            <Button variant="default" onClick={() => run('go.health')}>
              {t.show}
            </Button>
          </AttentionNotice>
        );
      })}
    </div>
  );
}
