import { Select } from '@mantine/core';
import { useState } from 'react';
import type { Measure } from '../../../../shared/query/measures.ts';
import type { ChartScope } from '../../../../shared/questions/chart-scope.ts';
import type { Comparison } from '../../../../shared/questions/explore/comparison.ts';
import { useLabels, useText } from '../../../lib/language.tsx';
import { Panel } from '../../../ui/panel.tsx';
import css from '../explore.module.css';
import type { Names } from '../words.ts';
import { type DriverField, drivenMeasures, fieldsFor } from './driver-groups.ts';
import { DriverList } from './driver-list.tsx';
import { text } from './text.ts';

interface DriversPanelProps {
  measures: readonly Measure[];
  comparison: Comparison;
  scope: ChartScope;
  names: Names;
  /** Whether ranges of measures keep groups out above, which count here. */
  hasRanges: boolean;
}

/** Which items and lines account for a change, or the values of any two fields; a click looks at one alone. */
export function DriversPanel({ measures, comparison, scope, names, hasRanges }: DriversPanelProps) {
  const t = useText(text);
  const labels = useLabels();
  const offered = drivenMeasures(measures, comparison);
  const [chosenMeasure, setMeasure] = useState<Measure | null>(null);
  const [chosen, setFields] = useState<readonly (DriverField | null)[]>([null, null]);
  const measure = offered.find((each) => each === chosenMeasure) ?? offered[0];
  if (measure === undefined) return null;
  const fields = fieldsFor(measure, comparison, scope);
  const shown = chosenFields(fields, chosen);
  return (
    <Panel
      title={t.title}
      subtitle={hasRanges ? `${names.measure(measure)} · ${t.alsoOutOfRange}` : names.measure(measure)}
      actions={
        offered.length > 1 && (
          <Select
            aria-label={t.measure}
            className={css.option}
            allowDeselect={false}
            value={measure}
            data={offered.map((each) => ({ value: each, label: names.measure(each) }))}
            onChange={(value) => setMeasure(offered.find((each) => each === value) ?? null)}
          />
        )
      }
    >
      <div className={css.drivers}>
        {shown.map((field, at) => (
          <DriverList
            // biome-ignore lint/suspicious/noArrayIndexKey: the left list and the right one stay what they are
            key={at}
            measure={measure}
            field={field}
            comparison={comparison}
            scope={scope}
            names={names}
            picker={
              <Select
                aria-label={t.by}
                className={css.option}
                allowDeselect={false}
                value={field}
                data={fields
                  .filter((each) => each === field || !shown.includes(each))
                  .map((each) => ({ value: each, label: labels.dimensions[each] }))}
                onChange={(value) =>
                  setFields(
                    shown.map((each, place) => (place === at ? (fields.find((f) => f === value) ?? each) : each)),
                  )
                }
              />
            }
          />
        ))}
      </div>
    </Panel>
  );
}

/** As many of the fields as there are places: those that were chosen where they can be, else the first that are free. */
function chosenFields(fields: readonly DriverField[], chosen: readonly (DriverField | null)[]): DriverField[] {
  const left = new Set(fields);
  return chosen.flatMap((each) => {
    const next = each !== null && left.has(each) ? each : [...left].find((field) => !chosen.includes(field));
    if (next) left.delete(next);
    return next ?? [];
  });
}
