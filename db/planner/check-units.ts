import { measures } from '../../shared/query/measures.ts';
import type { Catalog } from '../store/catalog.ts';
import type { Plan } from './plan.ts';

/** Asks for the units of an answer where quantities are shown and the store knows units: records without one count as another. */
export function checkUnits(plan: Plan, catalog: Catalog): Plan {
  const showsQuantities = plan.query.measures.some(
    (name) => measures[name].kind === 'quantity' || measures[name].kind === 'rate',
  );
  return { ...plan, readUnits: showsQuantities && catalog.units.size > 0 };
}
