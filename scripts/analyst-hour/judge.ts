import { isDeepStrictEqual } from 'node:util';
import type { RecordDraft } from '../../db/import/record-draft.ts';
import { answerByBruteForce, type OracleAnswer } from '../../db/testing/oracle.ts';
import { parseReportQuery } from '../../shared/query/report-query.ts';
import type { Claim } from './window.ts';

/** The records at one moment, and what the oracle found in them. */
export class Moment {
  readonly #records: readonly RecordDraft[];
  readonly #reports = new Map<string, OracleAnswer>();
  readonly #counts = new Map<string, number>();

  constructor(records: readonly RecordDraft[]) {
    this.#records = records;
  }

  /** Whether an answer was true at this moment, to the last bit. */
  bears(claim: Claim): boolean {
    if (claim.of === 'count') return this.truthOf(claim) === claim.count;
    const { columns, rows, groups } = claim.answer;
    return isDeepStrictEqual({ columns: columns.map(({ name }) => name), rows, groups }, this.truthOf(claim));
  }

  /** What the oracle finds. */
  truthOf(claim: Claim): OracleAnswer | number {
    return claim.of === 'count' ? this.#count(claim.question.scope) : this.#report(claim.query);
  }

  #report(query: Extract<Claim, { of: 'report' }>['query']): OracleAnswer {
    const key = JSON.stringify(query);
    const known = this.#reports.get(key) ?? answerByBruteForce(this.#records, parseReportQuery(query));
    this.#reports.set(key, known);
    return known;
  }

  #count(scope: Extract<Claim, { of: 'count' }>['question']['scope']): number {
    const key = JSON.stringify(scope);
    const known = this.#counts.get(key) ?? this.#counted(scope);
    this.#counts.set(key, known);
    return known;
  }

  #counted({ search, ...scope }: Extract<Claim, { of: 'count' }>['question']['scope']): number {
    const sought = search.toLowerCase();
    const found = this.#records.filter((record) =>
      [record.lotNumber, record.orderNumber, record.note, record.itemCode, record.itemName].some((text) =>
        text?.toLowerCase().includes(sought),
      ),
    );
    const { rows } = answerByBruteForce(
      search === '' ? this.#records : found,
      parseReportQuery({ measures: ['records'], ...scope }),
    );
    return Number(rows[0]?.[0]);
  }
}
