/** What tells in a report of the limits that are kept for its measures. Pure. */
import { type AboutSection, asText, type TypedCell } from '../../../db/reports/report-content.ts';
import type { Specification } from '../../../shared/contract/specifications.ts';
import type { SpecificationLimits } from '../../../shared/domain/spc/capability.ts';
import { isTyped, readView } from '../../../shared/quality/view.ts';
import { type Measure, measures } from '../../../shared/query/measures.ts';
import { type Language, labels } from '../../../shared/text/labels.ts';
import { reportWords } from '../../../shared/text/report.ts';
import type { Wording } from './content-of-report.ts';

/** Limits that were typed in a view and are kept nowhere. */
export interface TypedLimits extends SpecificationLimits {
  measure: Measure;
}

/** What was typed in the view that made a report of these measures; null where nothing was. */
export function typedLimitsOf(view: Wording['view'], measures: readonly Measure[]): TypedLimits | null {
  if (view?.screen !== 'quality') return null;
  const { measure, specification } = readView(new URLSearchParams(view.params));
  return measures.includes(measure) && isTyped(specification) ? { measure, ...specification } : null;
}

/** A line for each, named by its measure, item and line, those typed first; none where there are none. */
export function specificationSection(
  kept: readonly Specification[],
  language: Language,
  typed: TypedLimits | null = null,
): AboutSection[] {
  if (kept.length === 0 && typed === null) return [];
  const words = reportWords[language];
  return [
    {
      title: words.specifications,
      headings: [words.asked.lower, words.asked.target, words.asked.upper, words.since],
      lines: [
        ...(typed === null
          ? []
          : [
              {
                name: labels[language].measures[typed.measure],
                cells: [...limitCells(typed), asText(words.inThisView)],
              },
            ]),
        ...kept.map(({ item, line, since, ...asked }) => ({
          name: [labels[language].measures[asked.measure], item, line].filter((part) => part !== null).join(', '),
          cells: [
            ...limitCells(asked),
            since === null ? asText(words.always) : { kind: 'day' as const, decimals: null, value: since },
          ],
        })),
      ],
    },
  ];
}

function limitCells({ measure, lower, target, upper }: TypedLimits): TypedCell[] {
  const kind = measures[measure].kind === 'ratio' ? 'share' : 'number';
  return [lower, target, upper].map((value) => ({ kind, decimals: null, value }));
}
