import type { Cell } from '../../shared/query/answer.ts';
import type { QuestionName } from './questions.ts';

/** Something that holds the records and answers the questions. */
export interface Peer {
  name: PeerName;
  /** The rows of an answer: dates as YYYY-MM-DD, quantities in units. */
  ask(question: QuestionName): Promise<Cell[][]>;
  /** How the last answer to a question came to be, where the peer tells. */
  howAnswered?(question: QuestionName): string | undefined;
  close(): Promise<void>;
}

export const peers = {
  throughline: { title: 'Throughline', what: 'this program, its own store: four archives and a live file' },
  duckdb: { title: 'DuckDB', what: 'DuckDB, one table in its native file, two threads' },
  indexed: {
    title: 'SQLite, 3 indexes',
    what: 'SQLite, one text table a year in attached files, indexes on (production_date, item_code), (line, production_date) and (lot_number)',
  },
  plain: { title: 'SQLite, no index', what: 'the same without any index' },
} as const;

export type PeerName = keyof typeof peers;
export const peerNames = Object.keys(peers) as PeerName[];
