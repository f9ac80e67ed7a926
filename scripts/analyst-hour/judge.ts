import { isDeepStrictEqual } from 'node:util';
import { answerByBruteForce } from '../../db/testing/oracle.ts';
import { parseReportQuery } from '../../shared/query/report-query.ts';
import type { StoreNow } from './records-of.ts';
import { itemsListed, pageOf, recordsIn, shownOf } from './records-oracle.ts';
import type { Claim } from './window.ts';

/** A store at one moment, and what the oracle found in it. */
export class Moment {
  readonly #store: StoreNow;
  readonly #found = new Map<string, unknown>();

  constructor(store: StoreNow) {
    this.#store = store;
  }

  /** Whether an answer was true at this moment, to the last bit. */
  bears(claim: Claim): boolean {
    return isDeepStrictEqual(claimedBy(claim), this.truthOf(claim));
  }

  /** What the oracle finds. */
  truthOf(claim: Claim): unknown {
    const key = JSON.stringify(claim.of === 'report' ? claim.query : claim.question);
    if (!this.#found.has(key)) this.#found.set(key, this.#find(claim));
    return this.#found.get(key);
  }

  #find(claim: Claim): unknown {
    const { records } = this.#store;
    switch (claim.of) {
      case 'report':
        return answerByBruteForce(records, parseReportQuery(claim.query));
      case 'count':
        return recordsIn(records, claim.question.scope).length;
      case 'values':
        return itemsListed(this.#store, claim.question);
      case 'page':
        return pageOf(records, claim.question.query);
    }
  }
}

/** What an answer says, in the form of what the oracle finds. */
function claimedBy(claim: Claim): unknown {
  switch (claim.of) {
    case 'report': {
      const { columns, rows, groups } = claim.answer;
      return { columns: columns.map(({ name }) => name), rows, groups };
    }
    case 'count':
      return claim.count;
    case 'values':
      return claim.list;
    case 'page':
      return { rows: claim.rows.map(shownOf), isLast: claim.isLast };
  }
}
