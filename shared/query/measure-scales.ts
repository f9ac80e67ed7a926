import { measures as definitions, type Measure, type MeasureDefinition } from './measures.ts';

/**
 * Measures that share a scale, on the screen and on paper: all where they are of one kind and unit and colour tells nothing else, each by itself
 * where they are not. `unitOf` gives the unit of a measure in the answer.
 */
export function scaleGroups(
  measures: readonly Measure[],
  unitOf: (measure: Measure) => string | null,
  isColoured: boolean,
): Measure[][] {
  const scaleOf = (measure: Measure) => {
    const { kind }: MeasureDefinition = definitions[measure];
    return `${kind} ${unitOf(measure) ?? ''}`;
  };
  const isOneScale = new Set(measures.map(scaleOf)).size === 1;
  return !isColoured && isOneScale ? [[...measures]] : measures.map((measure) => [measure]);
}
