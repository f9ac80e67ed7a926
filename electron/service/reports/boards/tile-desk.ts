import { runReport } from '../../../../db/engine/answers/run-report.ts';
import type { Engine } from '../../../../db/engine/engine.ts';
import type { Specification } from '../../../../shared/contract/specifications.ts';
import type { DateRange } from '../../../../shared/domain/range.ts';
import { specificationOn } from '../../../../shared/quality/specification.ts';
import type { Answer } from '../../../../shared/query/answer.ts';
import type { Measure } from '../../../../shared/query/measures.ts';
import { parseReportQuery, type ReportQueryInput } from '../../../../shared/query/report-query.ts';
import type { ChartScope } from '../../../../shared/questions/chart-scope.ts';
import type { Comparison } from '../../../../shared/questions/explore/comparison.ts';
import type { Language } from '../../../../shared/text/labels.ts';
import { type AskedReport, allSpecifications, askReport, warningsIn } from '../ask-report.ts';

export interface DeskParts {
  engine: Engine;
  language: Language;
  locale: string;
  signal: AbortSignal;
  /** The first production day of the store, before which nothing can be compared, and the last. */
  store: DateRange;
}

/** Asks what the tiles of a dashboard show, and remembers what holds for all of them: measures, warnings, as of when. */
export class TileDesk {
  readonly parts: DeskParts;
  /** The measures that are told, each with the units that its numbers have. */
  readonly measures = new Map<Measure, Set<string>>();
  readonly warnings = new Set<string>();
  /** What is asked of the measures, each once, in the order in which it was met. */
  readonly specifications = new Map<string, Specification>();
  #asOf: string | null = null;

  constructor(parts: DeskParts) {
    this.parts = parts;
  }

  /** As of when the oldest answer is; null before the first. */
  get asOf(): string | null {
    return this.#asOf;
  }

  /** A question with its totals of the same moment. Throws CANCELLED soon after the signal aborts. */
  async ask(query: ReportQueryInput, comparison?: Comparison): Promise<AskedReport> {
    const { engine, language, signal } = this.parts;
    const asked = await askReport(engine, { query: parseReportQuery(query), comparison }, language, signal, () => {});
    this.#take(asked.answer, asked.query.measures);
    this.note(asked.answer.asOf, asked.warnings);
    for (const each of asked.specifications) this.#takeSpecification(each);
    return asked;
  }

  /** A question by itself; of measures that are no number of the page, such as counts behind a chart, none is remembered. */
  async answer(query: ReportQueryInput, told: readonly Measure[] = query.measures): Promise<Answer> {
    const { engine, language, signal } = this.parts;
    const parsed = parseReportQuery(query);
    const { answer } = await runReport(engine, parsed, { signal });
    this.#take(answer, told);
    this.note(answer.asOf, await warningsIn(engine, parsed, language));
    return answer;
  }

  /** What is asked of a measure on the last day of what is shown; null where nothing is kept. */
  async specification(
    measure: Measure,
    { to, filters }: Pick<ChartScope, 'to' | 'filters'>,
  ): Promise<Specification | null> {
    const { kept, warnings } = await allSpecifications(this.parts.engine);
    for (const warning of warnings) this.warnings.add(warning);
    const found = specificationOn(to, kept, { measure, filters });
    if (found) this.#takeSpecification(found);
    return found;
  }

  #takeSpecification(specification: Specification): void {
    const { measure, item, line, since } = specification;
    this.specifications.set(JSON.stringify([measure, item, line, since]), specification);
  }

  /** Remembers as of when something is, and what is worth knowing of it. */
  note(asOf: string, warnings: readonly string[]): void {
    if (this.#asOf === null || asOf < this.#asOf) this.#asOf = asOf;
    for (const warning of warnings) this.warnings.add(warning);
  }

  #take({ columns }: Pick<Answer, 'columns'>, told: readonly Measure[]): void {
    for (const measure of told) {
      const units = this.measures.get(measure) ?? new Set();
      const unit = columns.find(({ name }) => name === measure)?.unit;
      if (unit) units.add(unit);
      this.measures.set(measure, units);
    }
  }
}
