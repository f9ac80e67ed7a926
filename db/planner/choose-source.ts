import { isReason } from '../../shared/query/dimensions.ts';
import { type AdvisableField, BY_DAY, BY_LOT } from '../indexes/definitions.ts';
import type { Catalog } from '../store/catalog.ts';
import { leadingIndex } from './leading-index.ts';
import type { Plan } from './plan.ts';

/**
 * Names the index each file is read through. It is named in the statement because SQLite, left to choose, has gone
 * through an index of a filter to rows all over the file.
 */
export function chooseSource(plan: Plan, catalog: Catalog): Plan {
  if (plan.rollup !== null) return plan;
  const { filters } = plan.query;
  const lots = filters.find(({ field }) => field === 'lot');
  // A filter that keeps 'not recorded' cannot lead: those records are not in the index.
  if (lots && !lots.not && !lots.in.includes(null)) {
    return { ...plan, index: BY_LOT, indexReason: { code: 'readByLot', index: BY_LOT } };
  }
  const advised = leadingIndex(catalog, filters, fieldsAsked(plan));
  if (advised !== null) {
    const { name, because } = advised;
    return { ...plan, index: name, indexReason: { code: 'readByAdvised', index: name, because } };
  }
  return { ...plan, index: BY_DAY, indexReason: { code: 'readByDay', index: BY_DAY } };
}

/** What a plan reads of records; null where that is more than day and attributes, as quantities are kept packed and in no index. */
export function fieldsAsked(plan: Plan): Set<AdvisableField> | null {
  const { filters } = plan.query;
  if (plan.sums.length > 0 || plan.medianYield || plan.reason !== null || plan.query.where?.length) return null;
  const asked = new Set<AdvisableField>(['day', ...plan.attributes]);
  if (plan.countLots) asked.add('lot');
  for (const { field } of filters) {
    if (isReason(field)) return null;
    asked.add(field);
  }
  return asked;
}
