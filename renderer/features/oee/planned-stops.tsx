import { Button, Checkbox, Popover } from '@mantine/core';
import { useText } from '../../lib/language.tsx';
import css from './oee.module.css';
import { text } from './text.ts';

interface PlannedStopsProps {
  reasons: readonly string[];
  planned: readonly string[];
  onChange: (planned: string[]) => void;
}

/** Which downtime reasons are planned stops and no failures; nothing where no reason is recorded. */
export function PlannedStops({ reasons, planned, onChange }: PlannedStopsProps) {
  const t = useText(text);
  if (reasons.length === 0) return null;
  const toggle = (reason: string) =>
    onChange(planned.includes(reason) ? planned.filter((each) => each !== reason) : [...planned, reason]);
  return (
    <Popover position="bottom-end" trapFocus>
      <Popover.Target>
        <Button variant="default">{t.plannedStopsCount(planned.length)}</Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t.plannedStops}>
        <p className={css.hint}>{t.plannedStopsHint}</p>
        <div className={css.reasons}>
          {reasons.map((reason) => (
            <Checkbox
              key={reason}
              size="xs"
              label={reason}
              checked={planned.includes(reason)}
              onChange={() => toggle(reason)}
            />
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
