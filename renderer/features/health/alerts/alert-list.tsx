import { Button } from '@mantine/core';
import type { Alert } from '../../../../shared/contract/health.ts';
import { useCommands } from '../../../commands/commands.tsx';
import { useFormat, useText } from '../../../lib/language.tsx';
import { goTo } from '../../../lib/router.tsx';
import { AttentionItem, AttentionList, AttentionWords } from '../../../ui/attention.tsx';
import css from './alert-list.module.css';
import { alertWords } from './alert-words.ts';
import { nextSteps, type Place } from './next-step.ts';
import { text } from './text.ts';

interface AlertListProps {
  alerts: readonly Alert[];
  /** Shows a place of the screen; without it the list has no buttons, as on paper. */
  onShow?: (place: Place) => void;
}

/** What needs attention: what, since when, and the next step as a button. */
export function AlertList({ alerts, onShow }: AlertListProps) {
  const t = useText(text);
  const format = useFormat();
  const { run } = useCommands();
  if (alerts.length === 0) return null;
  return (
    <AttentionList label={t.alerts}>
      {alerts.map((alert) => {
        const { title, words } = alertWords(alert, t, format);
        const step = nextSteps[alert.kind];
        return (
          <AttentionItem key={alert.kind}>
            <AttentionWords title={title}>
              {words} <span className={css.since}>{t.since(format.dateTime(alert.since))}</span>
            </AttentionWords>
            {onShow && (
              <Button
                variant="default"
                onClick={() => {
                  if ('command' in step) run(step.command);
                  else if ('screen' in step) goTo(step.screen, step.params);
                  else onShow(step);
                }}
              >
                {t.kinds[alert.kind].action}
              </Button>
            )}
          </AttentionItem>
        );
      })}
    </AttentionList>
  );
}
