import { Button } from '@mantine/core';
import { useState } from 'react';
import type { FoundMeasureAlert } from '../../shared/contract/measure-alerts.ts';
import { useAppEvent } from '../lib/app-events.tsx';
import { useText } from '../lib/language.tsx';
import { AttentionNotice } from '../ui/attention.tsx';
import { FoundWords } from './measure-alert-list.tsx';
import { text } from './text.ts';
import { addressOfFound } from './words.ts';

/** Tells once, below the content, of what an import brought; it stays until it is closed or looked at. */
export function MeasureAlertNotice() {
  const t = useText(text);
  const [told, setTold] = useState<readonly FoundMeasureAlert[]>([]);
  const without = (name: string) => (now: readonly FoundMeasureAlert[]) =>
    now.filter(({ alert }) => alert.name !== name);
  useAppEvent((event) => {
    if (event.type === 'measure-alert') setTold((now) => [...without(event.found.alert.name)(now), event.found]);
  });
  return (
    <div role="status">
      {told.map((found) => (
        <AttentionNotice key={found.alert.name} close={t.close} onClose={() => setTold(without(found.alert.name))}>
          <FoundWords found={found} />
          <Button
            variant="default"
            component="a"
            href={addressOfFound(found)}
            onClick={() => setTold(without(found.alert.name))}
          >
            {t.look}
          </Button>
        </AttentionNotice>
      ))}
    </div>
  );
}
