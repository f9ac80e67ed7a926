import { Select } from '@mantine/core';
import { useState } from 'react';
import type { ChartScope } from '../../../../shared/questions/chart-scope.ts';
import {
  type ComparableField,
  type Comparison,
  comparableFields,
  dateComparisons,
  readComparison,
  writeComparison,
} from '../../../../shared/questions/explore/comparison.ts';
import { obstacleToComparison } from '../../../../shared/questions/explore/obstacle.ts';
import type { ExploreView } from '../../../../shared/questions/explore/view.ts';
import { useFormat, useLabels, useText } from '../../../lib/language.tsx';
import { useRecordedDates } from '../../../lib/use-recorded-dates.ts';
import { useValues } from '../../../lib/use-values.ts';
import css from '../explore.module.css';
import { text } from './text.ts';

interface ComparisonPickerProps {
  view: ExploreView;
  scope: ChartScope;
  onChange: (view: ExploreView) => void;
}

const NONE = 'none';

/** What is compared with; of another line or item, which. */
export function ComparisonPicker({ view, scope, onChange }: ComparisonPickerProps) {
  const t = useText(text);
  const format = useFormat();
  const recorded = useRecordedDates();
  const { comparison } = view;
  const [picking, setPicking] = useState<ComparableField | null>(null);
  const field = picking ?? (comparison?.with === 'value' ? comparison.field : null);
  const choose = (next: Comparison | null) => {
    setPicking(null);
    onChange({ ...view, comparison: next });
  };
  const optionOf = (option: Comparison, label: string) => ({
    value: writeComparison(option),
    label,
    disabled: obstacleToComparison(option, view, scope, recorded) !== null,
  });
  const obstacleWords = (value: string) => {
    const option = readComparison(value);
    const found = option && obstacleToComparison(option, view, scope, recorded);
    return found ? t.obstacles[found](format.date(recorded.first)) : null;
  };
  const obstacle = comparison && obstacleToComparison(comparison, view, scope, recorded);
  return (
    <>
      <Select
        aria-label={t.compare}
        className={css.option}
        comboboxProps={{ width: 240, position: 'bottom-end' }}
        maxDropdownHeight={400}
        allowDeselect={false}
        value={field ?? (comparison ? writeComparison(comparison) : NONE)}
        title={obstacle ? t.obstacles[obstacle](format.date(recorded.first)) : undefined}
        renderOption={({ option }) => <Option label={option.label} obstacle={obstacleWords(option.value)} />}
        data={[
          { value: NONE, label: t.noComparison },
          {
            group: t.groupDates,
            items: dateComparisons.map((dates) => optionOf({ with: 'dates', dates }, t.dates[dates])),
          },
          {
            group: t.groupOthers,
            items: [
              optionOf({ with: 'plan' }, t.plan),
              ...comparableFields.map((each) => ({ value: each, label: t.another[each] })),
            ],
          },
        ]}
        onChange={(value) => {
          const another = comparableFields.find((each) => each === value);
          if (another) setPicking(another);
          else choose(readComparison(value));
        }}
      />
      {field && (
        <AnotherValue
          key={field}
          field={field}
          value={comparison?.with === 'value' && comparison.field === field ? comparison.value : undefined}
          onChoose={(value) => choose({ with: 'value', field, value })}
          onLeave={() => setPicking(null)}
        />
      )}
    </>
  );
}

/** What can be compared with; of what cannot, why not. */
function Option({ label, obstacle }: { label: string; obstacle: string | null }) {
  return (
    <div>
      {label}
      {obstacle && <p className={css.quiet}>{obstacle}</p>}
    </div>
  );
}

interface AnotherValueProps {
  field: ComparableField;
  /** Undefined while none is chosen. */
  value: string | null | undefined;
  onChoose: (value: string | null) => void;
  onLeave: () => void;
}

/** The values of a field, found by typing. */
function AnotherValue({ field, value, onChoose, onLeave }: AnotherValueProps) {
  const t = useText(text);
  const labels = useLabels();
  const [search, setSearch] = useState('');
  const isSearch = search !== '' && search !== (value ?? '');
  const found = useValues(field, isSearch ? search : '').data?.values ?? [];
  const keyOf = (each: string | null) => (each === null ? '~' : `=${each}`);
  const options = found.map((each) => ({ value: keyOf(each.value), label: each.value ?? t.notRecorded }));
  const chosen = value === undefined ? null : keyOf(value);
  const hasChosen = chosen === null || options.some((option) => option.value === chosen);
  return (
    <Select
      aria-label={t.chooseAnother(labels.dimensions[field])}
      className={css.option}
      searchable
      allowDeselect={false}
      autoFocus={value === undefined}
      defaultDropdownOpened={value === undefined}
      placeholder={t.choose}
      comboboxProps={{ width: 240, position: 'bottom-end' }}
      value={chosen}
      data={hasChosen ? options : [{ value: chosen, label: value ?? t.notRecorded }, ...options]}
      onSearchChange={setSearch}
      onChange={(key) => key !== null && onChoose(key === '~' ? null : key.slice(1))}
      onBlur={() => value === undefined && onLeave()}
    />
  );
}
