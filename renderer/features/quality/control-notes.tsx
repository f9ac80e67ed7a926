import { Button } from '@mantine/core';
import { FIRM_POINTS } from '../../../shared/quality/control-chart.ts';
import { isCounted } from '../../../shared/quality/control-view.ts';
import { unitsColumn } from '../../../shared/quality/samples.ts';
import type { QualityView } from '../../../shared/quality/view.ts';
import { unitOf } from '../../../shared/query/answer-rows.ts';
import { useText } from '../../lib/language.tsx';
import { isCut } from './places.ts';
import css from './quality.module.css';
import { text } from './text.ts';
import type { ShownControl } from './use-control.ts';

/** Of points beyond limits of chance: so large a share says that chance is not all there is. */
const WIDE_SHARE = 0.3;

interface ControlNotesProps {
  shown: ShownControl;
  onChange: (changes: Partial<QualityView>) => void;
}

/** What is to be known of the limits, each with the next step. */
export function ControlNotes({ shown: { view, chart, answer, scope }, onChange }: ControlNotesProps) {
  const t = useText(text);
  const { points, signals, leftOut, unlike, size } = chart;
  const beyond = signals.filter(({ rule }) => rule === 'beyondLimits').flatMap(({ marked }) => marked).length;
  const isWide = isCounted(view) && view.limits === 'chance' && beyond > points.length * WIDE_SHARE;
  const isByReason = view.chart !== 'u' && scope.filters.some(({ field }) => field === 'defectReason');
  const notes: { words: string; action?: { label: string; changes: Partial<QualityView> } }[] = [
    ...(isWide ? [{ words: t.wide, action: { label: t.widen, changes: { limits: 'between' as const } } }] : []),
    ...(isByReason ? [{ words: t.byReason, action: { label: t.countReason, changes: { chart: 'u' as const } } }] : []),
    ...(isCounted(view) && chart.isMeasured ? [{ words: t.isMeasured }] : []),
    ...(isCounted(view) && unitOf(answer, unitsColumn) === 'mixed' ? [{ words: t.mixedUnits }] : []),
    ...(points.length > 0 && points.length < FIRM_POINTS ? [{ words: t.provisional }] : []),
    ...(isCut(view, scope, points) ? [{ words: t.cut }] : []),
    ...(leftOut > 0 ? [{ words: t.leftOut(leftOut) }] : []),
    ...(unlike > 0 && size !== null ? [{ words: t.unlike(unlike, size) }] : []),
  ];
  if (notes.length === 0) return null;
  return (
    <ul className={css.notes}>
      {notes.map(({ words, action }) => (
        <li key={words}>
          {words}
          {action && (
            <Button size="compact-xs" variant="default" onClick={() => onChange(action.changes)}>
              {action.label}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
