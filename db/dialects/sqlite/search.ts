/**
 * Text search: any part of a lot, order or note.
 * 1. A trigram index holds every three letters in a row of these texts, and which records have them. It stores no
 *    positions, so it proposes and LIKE confirms.
 * 2. Triggers keep it in step with records that change or go. What adds records, many at once, teaches it them all with
 *    one statement (learnRecords): a trigger costs as much for every row as the index itself.
 * 3. It needs three letters to begin with; a shorter text is looked for record by record.
 */
import type { SqlStatement } from './report.ts';

const searched = ['lot_number', 'order_number', 'note'] as const;
const SHORTEST_INDEXED = 3;
/**
 * With more finds than this, records are looked through in order of date. Measured: 65,000 finds among ten million
 * records take half a second through the index, growing with the finds; looking through takes under a millisecond where
 * nearly every record is found, and took ten seconds where 60,000 finds lay together far from where it began.
 */
export const MOST_FINDS = 100_000;

const values = (row: string) => ['id', ...searched].map((column) => `${row}.${column}`).join(', ');
const forget = `INSERT INTO record_search (record_search, rowid, ${searched.join(', ')}) VALUES ('delete', ${values('old')});`;
const learn = `INSERT INTO record_search (rowid, ${searched.join(', ')}) VALUES (${values('new')});`;

const setting = (name: string, value: number) =>
  `INSERT INTO main.record_search (record_search, rank) VALUES ('${name}', ${value});`;

/** Bytes gathered in memory before they are written as a piece of the index; pieces are merged later, at a cost. */
const GATHERED_BYTES = 8 * 1024 * 1024;

/** The index and what keeps it in step; the texts themselves stay in the records alone. */
export const createSearch = `
CREATE VIRTUAL TABLE record_search USING fts5(${searched.join(', ')},
  content = 'records', content_rowid = 'id', tokenize = 'trigram', detail = none, columnsize = 0);
CREATE TRIGGER record_search_delete AFTER DELETE ON records BEGIN ${forget} END;
CREATE TRIGGER record_search_update AFTER UPDATE OF ${searched.join(', ')} ON records BEGIN ${forget} ${learn} END;
${setting('hashsize', GATHERED_BYTES)}
`;

/** Before and after much is learned: merging pieces all the while would cost a third of the time, and once is enough. */
export const beginLearning: string = setting('automerge', 0);
export const endLearning: string = setting('automerge', 4);

/** Teaches the index records that were added; `rows` is a FROM clause of such rows, `id` what gives their ids. */
export function learnRecords(id: string, rows: string): string {
  return `INSERT INTO main.record_search (rowid, ${searched.join(', ')}) SELECT ${id}, ${searched.join(', ')} ${rows}`;
}

/** Makes the index anew from the records. */
export const rebuildSearch = "INSERT INTO record_search (record_search) VALUES ('rebuild')";

/** Merges the index into one piece; until then it keeps what it was told to forget, and grows with every archived year. */
export const optimizeSearch = "INSERT INTO record_search (record_search) VALUES ('optimize')";

/** True for a text that the index can propose records for. */
export function isIndexed(search: string): boolean {
  return [...search].length >= SHORTEST_INDEXED;
}

/** Pattern of a text for LIKE with ESCAPE: what it finds is what was meant. */
export function exactPattern(search: string): string {
  return `%${beginningPattern(search)}`;
}

/** The same for what begins with a text. */
export function beginningPattern(start: string): string {
  return `${start.replaceAll(/[\\%_]/g, '\\$&')}%`;
}

/**
 * The ids that the index proposes for @proposed. MATCH goes by the lists of ids alone; LIKE on the index would read each
 * proposed record, and once for each column: 12 to 27 times as long, measured with 1 % of 400,000 found.
 */
export const proposedIds = 'SELECT rowid FROM record_search WHERE record_search MATCH @proposed';

/** What to MATCH for a text: every three letters in a row of it, wherever they stand. */
export function proposalFor(search: string): string {
  const letters = [...search];
  const terms = letters.slice(SHORTEST_INDEXED - 1).map((_, at) => letters.slice(at, at + SHORTEST_INDEXED).join(''));
  return [...new Set(terms)].map((term) => `"${term.replaceAll('"', '""')}"`).join(' ');
}

/** What a text finds in one file, counted up to a little over MOST_FINDS, and whether items have it in code or name. */
export function searchFindsStatement(search: string): SqlStatement {
  const item = (column: string) => `${column} LIKE @search ESCAPE '\\'`;
  return {
    sql: `SELECT (SELECT COUNT(*) FROM (SELECT 1 FROM (${proposedIds}) LIMIT @limit)),
  EXISTS (SELECT 1 FROM items WHERE ${item('code')} OR ${item('name')})`,
    parameters: { proposed: proposalFor(search), search: exactPattern(search), limit: MOST_FINDS + 1 },
  };
}
