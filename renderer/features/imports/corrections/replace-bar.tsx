import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { CorrectionStep, RejectHeadings } from '../../../../shared/import/corrections.ts';
import { useText } from '../../../lib/language.tsx';
import css from './corrections.module.css';
import { text } from './text.ts';

interface ReplaceBarProps {
  columns: readonly string[];
  column: number;
  onColumn: (column: number) => void;
  /** The kind of reason whose rows are shown; null for all rows. */
  kind: string | null;
  /** What the columns are headings of. */
  below: RejectHeadings;
  onStep: (step: CorrectionStep) => void;
}

/** Replaces a text in one column of all rows that are shown, or whatever their cells hold. */
export function ReplaceBar({ columns, column, onColumn, kind, below, onStep }: ReplaceBarProps) {
  const t = useText(text);
  const [find, setFind] = useState('');
  const [by, setBy] = useState('');
  const [isWhole, setIsWhole] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onStep({ type: 'replace', column, find: find === '' ? null : find, by, isWhole, kind, below });
  };
  return (
    <form className={css.replace} aria-label={t.replaceTitle} onSubmit={submit}>
      <NativeSelect
        size="xs"
        label={t.column}
        value={String(column)}
        onChange={(event) => onColumn(Number(event.currentTarget.value))}
        data={columns.map((label, at) => ({ value: String(at), label }))}
      />
      <TextInput
        label={t.find}
        placeholder={t.anything}
        value={find}
        onChange={(event) => setFind(event.currentTarget.value)}
      />
      <TextInput label={t.by} value={by} onChange={(event) => setBy(event.currentTarget.value)} />
      <Checkbox
        size="xs"
        label={t.wholeCell}
        checked={isWhole || find === ''}
        disabled={find === ''}
        onChange={(event) => setIsWhole(event.currentTarget.checked)}
      />
      <Button type="submit" variant="default">
        {kind === null ? t.replaceAll : t.replaceGroup}
      </Button>
    </form>
  );
}
