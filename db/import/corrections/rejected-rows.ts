import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { LRUCache } from 'lru-cache';
import Papa from 'papaparse';
import { type RejectHeadings, rejectHeadings } from '../../../shared/import/corrections.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { LINE, reasonHeadings } from '../rejects.ts';
import { reasonKind } from './reason-kinds.ts';

/** A row that an import set aside. */
export interface RejectedRow {
  /** Its place in the rejects file, by which it is known for good: 0 is the first. */
  row: number;
  line: number;
  reason: string;
  kind: string;
  below: RejectHeadings;
  /** As they stand in the file that was imported. */
  cells: string[];
}

export interface RejectedRows {
  /** The headings of the table that records are made of, and of lines where some stand as in their file. */
  headings: { record: string[] } & Partial<Record<RejectHeadings, string[]>>;
  rows: RejectedRow[];
}

/** What a program can hold and a person can look through; a file with more is read wrongly, rather than wrong in its rows. */
const MOST_BYTES = 256 * 1024 * 1024;
/** Each step of who corrects rows asks for them again; the file never changes, and is let go when nobody has asked for a while. */
const read = new LRUCache<string, RejectedRows>({ max: 1, ttl: 300_000, ttlAutopurge: true });

/** Reads the rejects file of an import. Throws NOT_FOUND where it is gone, TOO_LARGE for more than can be corrected by hand. */
export function readRejectedRows(path: string): RejectedRows {
  const file = statSync(path, { throwIfNoEntry: false });
  if (file === undefined) {
    throw new AppError(
      'NOT_FOUND',
      `The rows that were set aside are no longer at hand: ${basename(path)} is missing from the folder of rejects. Import the file again to see them; what is in the store already is left as it is.`,
    );
  }
  if (file.size > MOST_BYTES) {
    throw new AppError(
      'TOO_LARGE',
      'More rows were set aside than can be corrected one by one. Undo this import, change how the file is read, and import it again.',
    );
  }
  const key = JSON.stringify([path, file.size, file.mtimeMs]);
  const known = read.get(key);
  if (known) return known;
  const parsed = parseRejects(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  read.set(key, parsed);
  return parsed;
}

function parseRejects(text: string): RejectedRows {
  const parsed = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n', skipEmptyLines: true }).data;
  const headings: RejectedRows['headings'] = { record: [] };
  const rows: RejectedRow[] = [];
  let below: RejectHeadings = 'record';
  for (const [line, reason = '', ...cells] of parsed) {
    const heading = line === LINE ? rejectHeadings.find((each) => reasonHeadings[each] === reason) : undefined;
    if (heading === undefined) {
      rows.push({ row: rows.length, line: Number(line), reason, kind: reasonKind(reason), below, cells });
    } else {
      below = heading;
      headings[heading] = cells;
    }
  }
  return { headings, rows };
}
