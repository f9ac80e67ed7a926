import { TextInput, UnstyledButton } from '@mantine/core';
import { IconCheck, IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { filterFields } from '../../../shared/query/dimensions.ts';
import type { Measure } from '../../../shared/query/measures.ts';
import {
  type By,
  type ExploreView,
  fitsSplits,
  fitsView,
  isShorterThanRecords,
  toggleMeasure,
  toggleSplit,
} from '../../../shared/questions/explore/view.ts';
import { useText } from '../../lib/language.tsx';
import { useScope } from '../../lib/scope.tsx';
import { useWithoutData } from '../../lib/use-without-data.ts';
import { type Dragged, drag } from './dragged.ts';
import css from './explore.module.css';
import { findFields } from './find-fields.ts';
import { text } from './text.ts';
import type { Names } from './words.ts';

interface FieldListProps {
  view: ExploreView;
  isChosen: boolean;
  names: Names;
  onChange: (view: ExploreView) => void;
}

/** Everything that can be asked, to be found by typing, ticked or dragged; what the store has nothing of stands folded below. Enter takes the first that is found. */
export function FieldList({ view, isChosen, names, onChange }: FieldListProps) {
  const t = useText(text);
  const [search, setSearch] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const { recordedBy } = useScope();
  const found = findFields(search);
  const without = useWithoutData();
  const chooseMeasure = (measure: Measure) => onChange(toggleMeasure(view, measure, !isChosen));
  const chooseSplit = (split: By) => onChange(toggleSplit(view, split));
  const measures = found.measures.map((name) => ({
    name,
    of: 'measure' as const,
    label: names.measure(name),
    pressed: view.measures.includes(name),
    disabled: !fitsSplits(name, view.by),
    empty: without.measures.has(name),
    choose: () => chooseMeasure(name),
  }));
  // By the day of records that come once a month is by month once more; who looks for it by name finds it.
  const isOffered = (split: By) => search !== '' || view.by.includes(split) || !isShorterThanRecords(split, recordedBy);
  const splits = found.splits.filter(isOffered).map((name) => ({
    name,
    of: 'split' as const,
    label: names.by(name),
    pressed: view.by.includes(name),
    disabled: !fitsView(name, view),
    empty: filterFields.some((field) => field === name && without.splits.has(field)),
    choose: () => chooseSplit(name),
  }));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || search === '') return;
    event.preventDefault();
    const open = [...measures, ...splits].filter(({ pressed, disabled }) => !pressed && !disabled);
    (open.find(({ empty }) => !empty) ?? open[0])?.choose();
    setSearch('');
    input.current?.focus();
  };
  return (
    <section className={css.fields} aria-label={t.fields}>
      <TextInput
        ref={input}
        aria-label={t.find}
        placeholder={t.find}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {measures.length + splits.length === 0 && <p className={css.quiet}>{t.nothingFound}</p>}
      <div className={css.fieldGroups}>
        {without.isReady && (
          <>
            <Fields title={t.measures} fields={measures} emptyTitle={t.measuresWithout} isSought={search !== ''} />
            <Fields title={t.splits} fields={splits} emptyTitle={t.splitsWithout} isSought={search !== ''} />
          </>
        )}
      </div>
    </section>
  );
}

interface Field {
  label: string;
  pressed: boolean;
  disabled: boolean;
  /** The store has nothing of it, or one value alone. */
  empty: boolean;
  choose: () => void;
}

interface FieldsProps {
  title: string;
  fields: readonly (Field & Dragged)[];
  emptyTitle: (count: number) => string;
  /** What is looked for by name is not folded away. */
  isSought: boolean;
}

function Fields({ title, fields, emptyTitle, isSought }: FieldsProps) {
  const isFolded = ({ empty, pressed }: Field) => empty && !pressed;
  const folded = fields.filter(isFolded);
  return (
    <div>
      <h2 className={css.fieldsTitle}>{title}</h2>
      <FieldButtons fields={fields.filter((field) => !isFolded(field))} />
      {folded.length > 0 && (
        <details className={css.folded} open={isSought}>
          <summary>{emptyTitle(folded.length)}</summary>
          <FieldButtons fields={folded} />
        </details>
      )}
    </div>
  );
}

function FieldButtons({ fields }: Pick<FieldsProps, 'fields'>) {
  const t = useText(text);
  return (
    <ul className={css.plain}>
      {fields.map(({ label, pressed, disabled, empty: _, choose, ...dragged }) => (
        <li key={dragged.name}>
          <UnstyledButton
            className={css.field}
            aria-pressed={pressed}
            disabled={disabled && !pressed}
            title={disabled && !pressed ? t.notByReason : undefined}
            draggable={!disabled}
            onDragStart={(event) => drag(event, dragged)}
            onClick={choose}
          >
            <span className={css.fieldName}>{label}</span>
            {pressed && <IconCheck size={14} aria-hidden />}
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}
