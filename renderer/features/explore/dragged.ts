import type { DragEvent } from 'react';
import { type Measure, measureNames } from '../../../shared/query/measures.ts';
import { type By, byNames } from '../../../shared/questions/explore/view.ts';

/** What is dragged from the list, or from one place of the shelf to another. */
export type Dragged = { of: 'measure'; name: Measure } | { of: 'split'; name: By };

const TYPE = 'application/x-throughline-field';

export function drag(event: DragEvent, dragged: Dragged): void {
  event.dataTransfer.setData(TYPE, `${dragged.of} ${dragged.name}`);
  event.dataTransfer.effectAllowed = 'copyMove';
}

/** Whether something of ours is over a place; what it is cannot be read before it is dropped. */
export function isDragged(event: DragEvent): boolean {
  return event.dataTransfer.types.includes(TYPE);
}

export function dropped(event: DragEvent): Dragged | null {
  const [of, name] = event.dataTransfer.getData(TYPE).split(' ');
  const measure = measureNames.find((each) => each === name);
  if (of === 'measure' && measure) return { of, name: measure };
  const split = byNames.find((each) => each === name);
  return of === 'split' && split ? { of, name: split } : null;
}
