import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Alert } from '../../../../shared/contract/health.ts';
import { useCommands } from '../../../commands/commands.tsx';
import { useFormat, useText } from '../../../lib/language.tsx';
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
    <section className={css.alerts} aria-label={t.alerts}>
      <ul className={css.list}>
        {alerts.map((alert) => {
          const { title, words } = alertWords(alert, t, format);
          const step = nextSteps[alert.kind];
          return (
            <li key={alert.kind} className={css.alert}>
              <IconAlertTriangle className={css.icon} size={16} aria-hidden />
              <p className={css.words}>
                <strong className={css.title}>{title}</strong> {words}{' '}
                <span className={css.since}>{t.since(format.dateTime(alert.since))}</span>
              </p>
              {onShow && (
                <Button variant="default" onClick={() => ('command' in step ? run(step.command) : onShow(step))}>
                  {t.kinds[alert.kind].action}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
