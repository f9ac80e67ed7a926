import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import { DIGITS } from './limit-words.ts';

interface LimitInputProps {
  label: string;
  unit: string;
  /** Shares of one are typed in percent. */
  isRatio: boolean;
  value: number | null;
  onChange: (value: number | null) => void;
}

/** A limit that is typed; it counts once Enter is pressed or the input is left, so that each limit is one step. */
export function LimitInput({ label, unit, isRatio, value, onChange }: LimitInputProps) {
  const shown = value === null ? '' : Number((isRatio ? value * 100 : value).toPrecision(DIGITS));
  const [typed, setTyped] = useState<{ text: string | number; from: number | '' } | null>(null);
  // A step back, a link or what is kept changes the limit from outside.
  const text = typed?.from === shown ? typed.text : shown;
  const commit = () => {
    setTyped(null);
    const number = text === '' ? null : Number(text);
    const next = number === null || !Number.isFinite(number) ? null : isRatio ? number / 100 : number;
    if (next !== value) onChange(next === null ? null : Number(next.toPrecision(DIGITS)));
  };
  return (
    <NumberInput
      label={label}
      hideControls
      value={text}
      rightSection={unit}
      rightSectionWidth={Math.max(28, unit.length * 9)}
      onChange={(next) => setTyped({ text: next, from: shown })}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
    />
  );
}
