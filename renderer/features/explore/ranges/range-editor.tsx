import { ActionIcon, NumberInput, Popover } from '@mantine/core';
import { IconFilter, IconFilterFilled } from '@tabler/icons-react';
import { useState } from 'react';
import { measures as definitions, type Measure } from '../../../../shared/query/measures.ts';
import type { GroupRange } from '../../../../shared/query/report-query.ts';
import { useText } from '../../../lib/language.tsx';
import { FormEnd } from '../../../ui/form-end.tsx';
import css from '../explore.module.css';
import { text } from '../text.ts';

interface RangeEditorProps {
  measure: Measure;
  label: string;
  range: GroupRange | undefined;
  onChange: (range: GroupRange) => void;
}

/** Keeps the groups whose measure lies in a range, of which either end may be open. */
export function RangeEditor({ measure, label, range, onChange }: RangeEditorProps) {
  const t = useText(text);
  const [opened, setOpened] = useState(false);
  const Icon = range ? IconFilterFilled : IconFilter;
  const title = t.rangeOf(label);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={240} trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon size="xs" aria-label={title} title={title} onClick={() => setOpened(!opened)}>
          <Icon size={12} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={title}>
        <RangeForm
          measure={measure}
          range={range}
          onDone={(next) => {
            setOpened(false);
            onChange(next);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

/** Ratios are typed as percent. */
function scaleOf(measure: Measure): number {
  return definitions[measure].kind === 'ratio' ? 100 : 1;
}

interface RangeFormProps {
  measure: Measure;
  range: GroupRange | undefined;
  onDone: (range: GroupRange) => void;
}

function RangeForm({ measure, range, onDone }: RangeFormProps) {
  const t = useText(text);
  const scale = scaleOf(measure);
  const shown = (value: number | undefined) => (value === undefined ? '' : Number((value * scale).toPrecision(12)));
  const [from, setFrom] = useState<number | string>(shown(range?.from));
  const [to, setTo] = useState<number | string>(shown(range?.to));
  const isTurned = typeof from === 'number' && typeof to === 'number' && from > to;
  const keep = () => {
    if (isTurned) return;
    const end = (name: 'from' | 'to', value: number | string) =>
      typeof value === 'number' ? { [name]: Number((value / scale).toPrecision(12)) } : {};
    onDone({ measure, ...end('from', from), ...end('to', to) });
  };
  return (
    <form
      className={css.rangeForm}
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <NumberInput
        label={t.rangeFrom}
        value={from}
        onChange={setFrom}
        suffix={scale === 100 ? ' %' : ''}
        hideControls
        data-autofocus
      />
      <NumberInput
        label={t.rangeTo}
        value={to}
        onChange={setTo}
        suffix={scale === 100 ? ' %' : ''}
        hideControls
        error={isTurned ? t.rangeTurned : undefined}
      />
      <FormEnd other={range && { label: t.rangeOff, run: () => onDone({ measure }) }} submit={t.rangeKeep} />
    </form>
  );
}
