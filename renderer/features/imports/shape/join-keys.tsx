import { Autocomplete, Button, Select } from '@mantine/core';
import { useState } from 'react';
import type { Join, SecondFileFacts } from '../../../../shared/import/shape.ts';
import { useText } from '../../../lib/language.tsx';
import css from './shape.module.css';
import { text } from './text.ts';

type Pair = Join['on'][number];

const MOST_PAIRS = 5;

interface JoinKeysProps {
  join: Join;
  fileColumns: readonly string[];
  second: SecondFileFacts;
  onChange: (on: Pair[]) => void;
}

/** The columns that hold the same in both files: up to five pairs, of which one more counts once both its sides are said. */
export function JoinKeys({ join, fileColumns, second, onChange }: JoinKeysProps) {
  const t = useText(text);
  const [another, setAnother] = useState<Pair | null>(null);
  const pairs = another ? [...join.on, another] : join.on;
  const set = (at: number, pair: Pair) => {
    const isWhole = pair.column !== '' && pair.other !== '';
    if (at < join.on.length) {
      if (isWhole) onChange(join.on.map((each, index) => (index === at ? pair : each)));
    } else if (isWhole) {
      setAnother(null);
      onChange([...join.on, pair]);
    } else setAnother(pair);
  };
  const remove = (at: number) => {
    if (at < join.on.length) onChange(join.on.filter((_, index) => index !== at));
    else setAnother(null);
  };
  return (
    <>
      {pairs.map((pair, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pairs are told apart by their place alone
        <div key={at} className={css.pair}>
          <Select
            label={t.keyHere}
            allowDeselect={false}
            searchable
            data={[...new Set([...fileColumns, ...(pair.column === '' ? [] : [pair.column])])]}
            value={pair.column === '' ? null : pair.column}
            onChange={(column) => column !== null && set(at, { ...pair, column })}
          />
          <OtherColumn
            label={t.keyThere(second.fileName)}
            pair={pair}
            columns={second.columns}
            at={at}
            onChange={set}
          />
          {pairs.length > 1 && (
            <Button variant="subtle" size="compact-xs" onClick={() => remove(at)}>
              {t.removePair(at + 1)}
            </Button>
          )}
        </div>
      ))}
      {another === null && pairs.length < MOST_PAIRS && (
        <div className={css.row}>
          <Button variant="subtle" size="compact-xs" onClick={() => setAnother({ column: '', other: '' })}>
            {t.addPair}
          </Button>
        </div>
      )}
    </>
  );
}

interface OtherColumnProps {
  label: string;
  pair: Pair;
  columns: readonly string[];
  at: number;
  onChange: (at: number, pair: Pair) => void;
}

/** Chosen among the columns that are known, or typed: the second file need not be at hand. */
function OtherColumn({ label, pair, columns, at, onChange }: OtherColumnProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const choose = (other: string) => {
    setTyped(null);
    if (other !== '' && other !== pair.other) onChange(at, { ...pair, other });
  };
  return (
    <Autocomplete
      size="xs"
      label={label}
      data={[...columns]}
      filter={({ options }) => options}
      maxLength={300}
      value={typed ?? pair.other}
      onChange={setTyped}
      onOptionSubmit={choose}
      onBlur={() => typed !== null && choose(typed.trim())}
    />
  );
}
