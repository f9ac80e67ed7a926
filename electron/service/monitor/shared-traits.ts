import type { RunSource } from '../../../shared/contract/health.ts';
import type { RunTraits } from './question-run.ts';

/** Far more than a plant asks about; the bound only keeps a strange day from growing. */
const MOST_SHAPES = 2_000;
/** Of records that are read in pieces, a shape has as many traits as there were numbers of pieces. */
const MOST_OF_A_SHAPE = 100;

/** Traits that are equal as one object, so that runs hold and write what they have in common once. */
export class SharedTraits {
  readonly #byShape = new Map<string, RunTraits[]>();

  /** The first one that was equal to these. */
  shared(traits: RunTraits): RunTraits {
    const known = this.#byShape.get(traits.shape);
    if (!known) {
      if (this.#byShape.size >= MOST_SHAPES) this.#byShape.clear();
      this.#byShape.set(traits.shape, [traits]);
      return traits;
    }
    for (const each of known) if (areEqual(each, traits)) return each;
    if (known.length >= MOST_OF_A_SHAPE) known.length = 0;
    known.push(traits);
    return traits;
  }
}

function areEqual(one: RunTraits, other: RunTraits): boolean {
  return (
    one.cache === other.cache &&
    one.outcome === other.outcome &&
    one.shape === other.shape &&
    areSameSource(one.source, other.source) &&
    one.whyNoRollup.length === other.whyNoRollup.length &&
    (one.whyNoRollup.length === 0 || JSON.stringify(one.whyNoRollup) === JSON.stringify(other.whyNoRollup))
  );
}

/** Sources are flat, and those of the same way have the same fields. */
function areSameSource(one: RunSource | null, other: RunSource | null): boolean {
  if (one === null || other === null || one.of !== other.of) return one === other;
  for (const field in one) if (one[field as keyof RunSource] !== other[field as keyof RunSource]) return false;
  return true;
}
