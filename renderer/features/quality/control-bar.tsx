import { SegmentedControl, Select } from '@mantine/core';
import { LARGEST_SUBGROUP, SMALLEST_SUBGROUP } from '../../../shared/domain/spc/control-charts.ts';
import {
  type ControlView,
  chartKinds,
  isCounted,
  limitKinds,
  pointKinds,
  ruleChoices,
  subgroupKinds,
} from '../../../shared/quality/control-view.ts';
import { type QualityView, withMeasure } from '../../../shared/quality/view.ts';
import { measureNames } from '../../../shared/query/measures.ts';
import { useLabels, useText } from '../../lib/language.tsx';
import { useWithoutData } from '../../lib/use-without-data.ts';
import css from './quality.module.css';
import { text } from './text.ts';

interface ControlBarProps {
  view: QualityView;
  /** The same with points that suit the range. */
  asked: ControlView;
  onChange: (changes: Partial<QualityView>) => void;
}

/** Which chart, of what, and by which rules. */
export function ControlBar({ view, asked, onChange }: ControlBarProps) {
  const t = useText(text);
  const labels = useLabels();
  const { measures: without } = useWithoutData();
  const isMeasured = !isCounted(asked);
  const days = Array.from({ length: LARGEST_SUBGROUP + 1 - SMALLEST_SUBGROUP }, (_, at) => at + SMALLEST_SUBGROUP);
  return (
    <div className={css.bar}>
      <SegmentedControl
        aria-label={t.chart}
        value={view.chart}
        data={chartKinds.map((value) => ({ value, label: t.charts[value] }))}
        onChange={(chart) => onChange({ chart })}
      />
      <div className={css.options}>
        {isMeasured && (
          <Choice
            label={t.measure}
            value={view.measure}
            values={measureNames}
            words={labels.measures}
            apart={{ title: t.withoutData, values: without }}
            onChange={(measure) => onChange(withMeasure(view, measure))}
          />
        )}
        {asked.chart === 'means' ? (
          <Choice
            label={t.subgroup}
            value={view.subgroup}
            values={subgroupKinds}
            words={t.subgroups}
            onChange={(subgroup) => onChange({ subgroup })}
          />
        ) : (
          <Choice
            label={t.pointsLabel}
            value={asked.points}
            values={pointKinds}
            words={t.points}
            onChange={(points) => onChange({ points })}
          />
        )}
        {asked.chart === 'means' && view.subgroup === 'days' && (
          <Select
            label={t.days}
            className={css.option}
            allowDeselect={false}
            value={String(view.days)}
            data={days.map(String)}
            onChange={(value) => onChange({ days: Number(value) })}
          />
        )}
        {!isMeasured && (
          <Choice
            label={t.limitsLabel}
            value={view.limits}
            values={limitKinds}
            words={t.limits}
            onChange={(limits) => onChange({ limits })}
          />
        )}
        <Choice
          label={t.rulesLabel}
          value={view.rules}
          values={ruleChoices}
          words={t.rules}
          onChange={(rules) => onChange({ rules })}
        />
      </div>
    </div>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  values: readonly T[];
  words: Record<T, string>;
  /** Those that stand at the end below a heading of their own. */
  apart?: { title: string; values: ReadonlySet<T> };
  onChange: (value: T) => void;
}

function Choice<T extends string>({ label, value, values, words, apart, onChange }: ChoiceProps<T>) {
  const option = (each: T) => ({ value: each, label: words[each] });
  const last = values.filter((each) => apart?.values.has(each));
  const first = values.filter((each) => !apart?.values.has(each));
  return (
    <Select
      label={label}
      className={css.option}
      allowDeselect={false}
      value={value}
      data={[
        ...first.map(option),
        ...(last.length > 0 ? [{ group: apart?.title ?? '', items: last.map(option) }] : []),
      ]}
      onChange={(next) => {
        const chosen = values.find((each) => each === next);
        if (chosen !== undefined) onChange(chosen);
      }}
    />
  );
}
