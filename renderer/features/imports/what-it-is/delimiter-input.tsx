import { Autocomplete } from '@mantine/core';
import { useState } from 'react';
import { typedDelimiter, writtenDelimiter } from '../../../../shared/import/written-delimiter.ts';
import { useText } from '../../../lib/language.tsx';
import { text } from './text.ts';

interface DelimiterInputProps {
  label: string;
  delimiter: string;
  /** Of how many characters it may be. */
  longest: number;
  onChange: (delimiter: string) => void;
}

/** The usual delimiters as a list; any other is typed. */
export function DelimiterInput({ label, delimiter, longest, onChange }: DelimiterInputProps) {
  const t = useText(text);
  const usual = Object.entries(t.delimiters);
  const shown = t.delimiters[delimiter] ?? writtenDelimiter(delimiter);
  const [typed, setTyped] = useState<string | null>(null);
  const choose = (value: string) => {
    setTyped(null);
    const next = usual.find(([, words]) => words === value)?.[0] ?? typedDelimiter(value);
    if (next !== null && next !== delimiter && next.length <= longest) onChange(next);
  };
  return (
    <Autocomplete
      size="xs"
      label={label}
      description={typed === null ? undefined : t.delimiterHint}
      data={usual.map(([, words]) => words)}
      filter={({ options }) => options}
      maxLength={14}
      value={typed ?? shown}
      onChange={setTyped}
      onOptionSubmit={choose}
      onBlur={() => typed !== null && choose(typed)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && typed !== null) choose(typed);
      }}
    />
  );
}
