import { type Attribute, attributeNames, isReason } from '../../shared/query/dimensions.ts';
import type { RecordsQuery } from '../../shared/query/records-query.ts';
import type { Filter, ReportQuery } from '../../shared/query/report-query.ts';
import { fieldsAsked } from '../planner/choose-source.ts';
import { planReport } from '../planner/plan.ts';
import type { Catalog } from '../store/catalog.ts';
import { advisedDefinition } from './advised.ts';
import type { AdvisableField } from './definitions.ts';

/** A slow question with the values it was asked with, which stay in memory. */
export type SlowQuestion =
  | { kind: 'report'; shape: string; query: ReportQuery }
  | { kind: 'page'; shape: string; query: RecordsQuery };

/** More fields make an index as large as the records it is to spare. */
const MOST_FIELDS = 5;
/** Each is made and tried against every question, so that a trial ends in a minute. */
const MOST_CANDIDATES = 6;

/**
 * The indexes worth trying for slow questions, those of the first questions first.
 * 1. What is filtered by values leads, as each of them narrows; the day follows, as a range of days does.
 * 2. Where all that is asked of records is day and attributes, the rest is added, so that no record need be read.
 * 3. What a rollup answers, or the index on lots finds, needs none; what the store has already is left out.
 */
export function candidatesFor(questions: readonly SlowQuestion[], catalog: Catalog): AdvisableField[][] {
  const known = new Set(catalog.indexes.map(({ name }) => name));
  const candidates = new Map<string, AdvisableField[]>();
  for (const fields of questions.flatMap((question) => candidatesOf(question, catalog))) {
    const { name } = advisedDefinition(fields);
    if (!known.has(name)) candidates.set(name, fields);
  }
  return [...candidates.values()].slice(0, MOST_CANDIDATES);
}

function candidatesOf(question: SlowQuestion, catalog: Catalog): AdvisableField[][] {
  if (question.query.filters.some(({ field, in: values, not }) => field === 'lot' && !not && !values.includes(null)))
    return [];
  const lead = leadOf(question.query.filters);
  const narrowing = lead.length > 0 ? [[...lead, 'day' as const]] : [];
  const asked = question.kind === 'report' ? askedOfRecords(question.query, catalog) : null;
  if (asked === 'nothing') return [];
  const covering = asked && [...lead, ...[...asked].filter((field) => !lead.some((each) => each === field))];
  return [...narrowing, ...(covering && isWorthCovering(covering) ? [covering] : [])].filter(
    (fields) => fields.length <= MOST_FIELDS,
  );
}

/** The attributes that are filtered by values alone, in one order for all questions, so that two like them share an index. */
function leadOf(filters: readonly Filter[]): Attribute[] {
  const filtered = filters.filter(({ field, in: values, not }) => !isReason(field) && !not && !values.includes(null));
  return attributeNames.filter((name) => name !== 'lot' && filtered.some(({ field }) => field === name));
}

/** The days alone have an index, and one that adds nothing to what leads is the narrowing one. */
function isWorthCovering(fields: readonly AdvisableField[]): boolean {
  return fields.at(-1) !== 'day';
}

function askedOfRecords(query: ReportQuery, catalog: Catalog): Set<AdvisableField> | null | 'nothing' {
  const plan = planReport(query, catalog);
  return plan.rollup === null ? fieldsAsked(plan) : 'nothing';
}
