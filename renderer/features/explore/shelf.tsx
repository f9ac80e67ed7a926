import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type DragEvent, type KeyboardEvent, type ReactNode, useState } from 'react';
import type { Measure } from '../../../shared/query/measures.ts';
import { withRange } from '../../../shared/questions/explore/ranges.ts';
import { rolesOf, shapeOf } from '../../../shared/questions/explore/shapes.ts';
import {
  type By,
  type ExploreView,
  fitsSplits,
  fitsView,
  moveSplit,
  toggleMeasure,
  toggleSplit,
} from '../../../shared/questions/explore/view.ts';
import { useText } from '../../lib/language.tsx';
import { type Dragged, drag, dropped, isDragged } from './dragged.ts';
import css from './explore.module.css';
import { RangeEditor } from './ranges/range-editor.tsx';
import { text } from './text.ts';
import type { Names } from './words.ts';

interface ShelfProps {
  view: ExploreView;
  isChosen: boolean;
  names: Names;
  onChange: (view: ExploreView) => void;
}

/** What is asked, in its order: measures, then splits with the part that each has in the picture. */
export function Shelf({ view, isChosen, names, onChange }: ShelfProps) {
  const t = useText(text);
  const roles = rolesOf(shapeOf(view), view.by);
  return (
    <section className={css.shelf} aria-label={t.shown}>
      <Places
        title={t.measures}
        hint={t.dropMeasure}
        accepts="measure"
        chips={view.measures.map((name) => ({
          of: 'measure',
          name,
          label: names.measure(name),
          extra: view.by.length > 0 && (
            <RangeEditor
              measure={name}
              label={names.measure(name)}
              range={view.ranges.find(({ measure }) => measure === name)}
              onChange={(range) => onChange({ ...view, ranges: withRange(view.ranges, range) })}
            />
          ),
        }))}
        onPut={({ name }, at) => onChange(putMeasure(view, name as Measure, at, isChosen))}
        onMove={(from, to) => onChange({ ...view, measures: moved(view.measures, from, to) })}
        onTakeOff={
          view.measures.length > 1 ? ({ name }) => onChange(toggleMeasure(view, name as Measure, false)) : null
        }
      />
      <Places
        title={t.splits}
        hint={t.dropSplit}
        accepts="split"
        chips={view.by.map((name, at) => ({
          of: 'split',
          name,
          label: names.by(name),
          note: roles[at] ? t.roles[roles[at]] : '',
        }))}
        onPut={({ name }, at) => onChange(putSplit(view, name as By, at))}
        onMove={(from, to) => onChange(moveSplit(view, from, to))}
        onTakeOff={({ name }) => onChange(toggleSplit(view, name as By))}
      />
    </section>
  );
}

function putMeasure(view: ExploreView, name: Measure, at: number, isChosen: boolean): ExploreView {
  if (!fitsSplits(name, view.by)) return view;
  const from = view.measures.indexOf(name);
  if (from !== -1) return { ...view, measures: moved(view.measures, from, Math.min(at, view.measures.length - 1)) };
  const added = toggleMeasure(view, name, !isChosen);
  return { ...added, measures: moved(added.measures, added.measures.indexOf(name), at) };
}

function putSplit(view: ExploreView, name: By, at: number): ExploreView {
  const from = view.by.indexOf(name);
  if (from !== -1) return moveSplit(view, from, Math.min(at, view.by.length - 1));
  if (!fitsView(name, view)) return view;
  const added = toggleSplit(view, name);
  return moveSplit(added, added.by.indexOf(name), Math.min(at, added.by.length - 1));
}

function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list];
  const [taken] = next.splice(from, 1);
  if (taken !== undefined) next.splice(Math.max(0, to), 0, taken);
  return next;
}

type Chip = Dragged & { label: string; note?: string; extra?: ReactNode };

interface PlacesProps {
  title: string;
  hint: string;
  accepts: Dragged['of'];
  chips: readonly Chip[];
  onPut: (dragged: Dragged, at: number) => void;
  onMove: (from: number, to: number) => void;
  onTakeOff: ((chip: Chip) => void) | null;
}

function Places({ title, hint, accepts, chips, onPut, onMove, onTakeOff }: PlacesProps) {
  const t = useText(text);
  const [over, setOver] = useState<number | null>(null);
  const accept = (event: DragEvent, at: number) => {
    if (!isDragged(event)) return;
    event.preventDefault();
    setOver(at);
  };
  const drop = (event: DragEvent, at: number) => {
    setOver(null);
    const dragged = dropped(event);
    event.preventDefault();
    event.stopPropagation();
    if (dragged?.of === accepts) onPut(dragged, at);
  };
  const onKeyDown = (event: KeyboardEvent, at: number, chip: Chip) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (event.altKey && step !== undefined) {
      event.preventDefault();
      onMove(at, Math.min(chips.length - 1, Math.max(0, at + step)));
    }
    if (event.key === 'Delete' && onTakeOff) onTakeOff(chip);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is for the mouse; keys do the same in the list
    <div
      className={css.places}
      data-over={over !== null}
      onDragOver={(event) => accept(event, chips.length)}
      onDragLeave={() => setOver(null)}
      onDrop={(event) => drop(event, chips.length)}
    >
      <span className={css.placesTitle}>{title}</span>
      <ul className={css.chips} aria-label={title}>
        {chips.map((chip, at) => (
          <li
            key={chip.name}
            className={css.chip}
            data-kind={accepts}
            data-over={over === at}
            draggable
            onDragStart={(event) => drag(event, chip)}
            onDragOver={(event) => {
              event.stopPropagation();
              accept(event, at);
            }}
            onDrop={(event) => drop(event, at)}
          >
            <button
              type="button"
              className={css.chipName}
              title={t.moveHint}
              onKeyDown={(event) => onKeyDown(event, at, chip)}
            >
              {chip.label}
              {chip.note && <span className={css.role}>{chip.note}</span>}
            </button>
            {chip.extra}
            {onTakeOff && (
              <ActionIcon size="xs" aria-label={t.takeOff(chip.label)} onClick={() => onTakeOff(chip)}>
                <IconX size={12} />
              </ActionIcon>
            )}
          </li>
        ))}
        {chips.length === 0 && <li className={css.hint}>{hint}</li>}
      </ul>
    </div>
  );
}
