import { Checkbox, MultiSelect, Select } from '@mantine/core';
import { type Counter, type CounterField, counterFields } from '../../../../shared/import/derive.ts';
import type { Source } from '../../../../shared/import/profile.ts';
import { useLabels, useText } from '../../../lib/language.tsx';
import { useColumnNames } from '../use-column-names.ts';
import { counterTaking } from './counter-taking.ts';
import { text } from './text.ts';

type ColumnSource = Extract<Source, { column: string }>;
type Derived = Pick<ColumnSource, 'rest' | 'minus' | 'counter'>;

interface DerivedInputProps {
  source: ColumnSource;
  columns: readonly string[];
  /** What changed; undefined takes it back. */
  onChange: (made: { [Name in keyof Derived]?: Derived[Name] | undefined }) => void;
}

const inPlace = { withinPortal: false };

/** What is made of a column's numbers beside multiplying them: what another leaves, a difference, the growth of a counter. */
export function DerivedInput({ source, columns, onChange }: DerivedInputProps) {
  const t = useText(text);
  const names = useColumnNames();
  const labels = useLabels();
  const { counter } = source;
  const change = (made: Partial<Counter>) => counter && onChange({ counter: { ...counter, ...made } });
  return (
    <>
      {source.times && (
        <Checkbox
          size="xs"
          label={t.rest}
          checked={source.rest === true}
          onChange={(event) => onChange({ rest: event.currentTarget.checked ? true : undefined })}
        />
      )}
      <Select
        label={t.minus}
        placeholder={t.none}
        clearable
        searchable
        comboboxProps={inPlace}
        data={names.options(columns)}
        value={source.minus ?? null}
        onChange={(value) => onChange({ minus: value ?? undefined })}
      />
      <Select
        label={t.counter}
        description={counter && t.hint[counter.take]}
        placeholder={t.none}
        clearable
        comboboxProps={inPlace}
        data={(['differences', 'maximum'] as const).map((value) => ({ value, label: t.takes[value] }))}
        value={counter?.take ?? null}
        onChange={(value) => onChange({ counter: counterTaking(value, counter) })}
      />
      {counter && (
        <>
          <MultiSelect
            size="xs"
            label={t.within}
            comboboxProps={inPlace}
            data={counterFields.map((value) => ({ value, label: labels.fields[value] }))}
            value={counter.within}
            onChange={(values) => values.length > 0 && change({ within: values as CounterField[] })}
          />
          <Select
            label={t.order}
            allowDeselect={false}
            comboboxProps={inPlace}
            data={(['time', 'file'] as const).map((value) => ({ value, label: t.orders[value] }))}
            value={counter.order}
            onChange={(value) => change({ order: value === 'file' ? 'file' : 'time' })}
          />
        </>
      )}
    </>
  );
}
