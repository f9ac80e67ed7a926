import type { Cell } from '../../shared/query/answer.ts';
import type { QuestionName } from './questions.ts';

/** Something that holds the records and answers questions. */
export interface Peer {
  name: PeerName;
  /** What it is asked. */
  questions: readonly QuestionName[];
  /** The rows of an answer: dates as YYYY-MM-DD, quantities in units. */
  ask(question: QuestionName): Promise<Cell[][]>;
  /** How the last answer to a question came to be, where the peer tells. */
  howAnswered?(question: QuestionName): string | undefined;
  /** Milliseconds until the last answer to a question showed something, where the peer answers in parts. */
  firstShownMs?(question: QuestionName): number | undefined;
  close(): Promise<void>;
}

export const peers = {
  throughline: {
    title: 'Throughline',
    what: 'this program, its own store: four archives and a live file, everything loaded that it holds in memory',
  },
  files: {
    title: 'Throughline from its files',
    what: 'the same store before it has a columnar copy or anything in memory: SQLite alone answers, and only what reads records is asked',
  },
  duckdb: { title: 'DuckDB', what: 'DuckDB, one table in its native file, two threads' },
  indexed: {
    title: 'SQLite, 3 indexes',
    what: 'SQLite, one text table a year in attached files, indexes on (production_date, item_code), (line, production_date) and (lot_number)',
  },
  plain: { title: 'SQLite, no index', what: 'the same without any index' },
} as const;

export type PeerName = keyof typeof peers;
export const peerNames = Object.keys(peers) as PeerName[];

/** Those that the program is measured against. */
export const rivals = ['duckdb', 'indexed', 'plain'] as const satisfies PeerName[];
