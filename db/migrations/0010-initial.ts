import { createRollups } from '../dialects/sqlite/rollups.ts';
import { createSearch } from '../dialects/sqlite/search.ts';
import { createBuiltIn } from '../indexes/definitions.ts';
import { idealSecondsSql } from '../store/ideal-seconds.ts';
import { unpackedAmount, unpackedInstant } from '../store/packing.ts';
import { amountColumns, instantColumns, keyColumns, packedColumn, sourceLine } from '../store/record-columns.ts';
import type { Migration } from './migration.ts';

const dictionaries = ['sites', 'lines', 'shifts', 'operators', 'units', 'defect_reasons', 'downtime_reasons'];

/** A column that is read like any other and takes no room: it is made from others. */
function readable(column: string, made: string): string {
  return `${column} INTEGER GENERATED ALWAYS AS (${made}) VIRTUAL`;
}

/** Records of one file: the same in live and in every archive, so that each can be read on its own. */
const recordTables = `
${dictionaries.map((name) => `CREATE TABLE ${name} (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;`).join('\n')}
CREATE TABLE items (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT) STRICT;

CREATE TABLE import_batches (
  id INTEGER PRIMARY KEY,
  file_name TEXT NOT NULL,
  imported_at TEXT NOT NULL,
  rows_read INTEGER NOT NULL,
  inserted INTEGER NOT NULL,
  updated INTEGER NOT NULL,
  unchanged INTEGER NOT NULL,
  rejected INTEGER NOT NULL,
  -- Rows that were left out and others that were noted, by kind: how many, and the first lines.
  notes TEXT NOT NULL DEFAULT '{}',
  rounded INTEGER NOT NULL,
  first_day INTEGER,
  last_day INTEGER,
  first_record_id INTEGER,
  last_record_id INTEGER,
  -- The record of the nth row that was read, rejected ones not counted, has the id before_first_id + n.
  before_first_id INTEGER NOT NULL,
  rejects_file TEXT,
  profile TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('imported', 'undone'))
) STRICT;

-- Quantities, minutes and seconds in millionths; dates in days, instants in seconds, since 1970-01-01. Numbers are
-- written to the columns '..._packed' and read from those without.
CREATE TABLE records (
  id INTEGER PRIMARY KEY,
  production_date INTEGER NOT NULL,
  ${Object.entries(keyColumns)
    .map(([column, table]) => `${column} INTEGER REFERENCES ${table} (id),`)
    .join('\n  ')}
  ${[...amountColumns, ...instantColumns].map((column) => `${packedColumn(column)} INTEGER,`).join('\n  ')}
  lot_number TEXT,
  order_number TEXT,
  note TEXT,
  batch_id INTEGER NOT NULL REFERENCES import_batches (id),
  -- The line of the file, as distance from the place among the rows: a number as small as the file's head is long.
  source_distance INTEGER NOT NULL,
  ${[
    ...amountColumns.map((column) => readable(column, unpackedAmount(column))),
    readable('ideal_seconds', idealSecondsSql),
    ...instantColumns.map((column) => readable(column, unpackedInstant(column))),
  ].join(',\n  ')}
) STRICT;

CREATE TABLE record_defects (
  record_id INTEGER NOT NULL REFERENCES records (id) ON DELETE CASCADE,
  reason_id INTEGER NOT NULL REFERENCES defect_reasons (id),
  amount_packed INTEGER NOT NULL,
  ${readable('amount', unpackedAmount('amount'))},
  PRIMARY KEY (record_id, reason_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE record_downtimes (
  record_id INTEGER NOT NULL REFERENCES records (id) ON DELETE CASCADE,
  reason_id INTEGER NOT NULL REFERENCES downtime_reasons (id),
  amount_packed INTEGER NOT NULL,
  ${readable('amount', unpackedAmount('amount'))},
  PRIMARY KEY (record_id, reason_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE file_info (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- The plain columns, for DB Browser, Datasette or the sqlite3 shell.
CREATE VIEW production_records AS
SELECT
  r.id,
  date(r.production_date * 86400, 'unixepoch') AS production_date,
  sites.name AS site,
  lines.name AS line,
  shifts.name AS shift,
  operators.name AS operator,
  items.code AS item_code,
  items.name AS item_name,
  units.name AS unit,
  r.lot_number,
  r.order_number,
  r.planned_quantity / 1e6 AS planned_quantity,
  r.good_quantity / 1e6 AS good_quantity,
  r.defect_quantity / 1e6 AS defect_quantity,
  r.rework_quantity / 1e6 AS rework_quantity,
  r.planned_minutes / 1e6 AS planned_minutes,
  r.run_minutes / 1e6 AS run_minutes,
  r.down_minutes / 1e6 AS down_minutes,
  r.ideal_cycle_seconds / 1e6 AS ideal_cycle_seconds,
  datetime(r.started_at, 'unixepoch') AS started_at,
  datetime(r.ended_at, 'unixepoch') AS ended_at,
  r.note,
  import_batches.file_name AS source_file,
  ${sourceLine('r', 'import_batches')} AS source_line,
  r.batch_id AS import_batch
FROM records r
LEFT JOIN sites ON sites.id = r.site_id
LEFT JOIN lines ON lines.id = r.line_id
LEFT JOIN shifts ON shifts.id = r.shift_id
LEFT JOIN operators ON operators.id = r.operator_id
LEFT JOIN items ON items.id = r.item_id
LEFT JOIN units ON units.id = r.unit_id
LEFT JOIN import_batches ON import_batches.id = r.batch_id;
`;

/** The store as a whole: which archives there are, what each month holds, and what may be undone. */
const liveTables = `
CREATE TABLE store_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  -- Goes up with every change of records.
  generation INTEGER NOT NULL,
  -- Goes up when the set of files changes, so that a reader notices a cut-over.
  catalog_version INTEGER NOT NULL,
  next_record_id INTEGER NOT NULL
) STRICT;
INSERT INTO store_state VALUES (1, 0, 0, 1);

-- With the hash of each file as it was sealed, hexadecimal; NULL while one is open for a change.
CREATE TABLE archives (
  name TEXT PRIMARY KEY,
  year INTEGER NOT NULL,
  sealed_at TEXT NOT NULL,
  sha256 TEXT,
  bytes INTEGER,
  -- The time of the file (milliseconds since 1970-01-01) when its bytes last were those of the hash: any other calls for a look.
  file_time_ms REAL,
  -- Why its bytes are not those that were sealed, though it can be read; NULL where nothing is known against it.
  doubt TEXT,
  -- What was lost when it was rebuilt from what could still be read (JSON), until somebody has taken note.
  rebuilt TEXT
) STRICT, WITHOUT ROWID;

-- Archives that are rebuilt and on their way into place: what the store will say of each once it is there (JSON).
CREATE TABLE recoveries (
  name TEXT PRIMARY KEY,
  journal TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Archives that cannot be read, and why; what they hold is in partition_months.
CREATE TABLE set_aside (
  name TEXT PRIMARY KEY REFERENCES archives (name),
  because TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- How many records each file holds of each month (year * 12 + month - 1): what pruning, counts and dates go by. The
-- stamp is new with every change of the month's records, and stays when they move to an archive: same stamp, same records.
CREATE TABLE partition_months (
  partition TEXT NOT NULL,
  month INTEGER NOT NULL,
  records INTEGER NOT NULL,
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL,
  stamp TEXT NOT NULL,
  PRIMARY KEY (partition, month)
) STRICT, WITHOUT ROWID;

-- Which batches have records in which archive: those can no longer be undone.
CREATE TABLE archived_batches (
  archive TEXT NOT NULL,
  batch_id INTEGER NOT NULL,
  records INTEGER NOT NULL,
  PRIMARY KEY (archive, batch_id)
) STRICT, WITHOUT ROWID;

-- What a record was before a batch updated it, and what the batch had made of it where that was undone.
CREATE TABLE record_changes (
  batch_id INTEGER NOT NULL REFERENCES import_batches (id),
  record_id INTEGER NOT NULL,
  previous TEXT NOT NULL,
  taken_back TEXT,
  PRIMARY KEY (batch_id, record_id)
) STRICT, WITHOUT ROWID;

-- Names of items that a batch changed.
CREATE TABLE item_changes (
  batch_id INTEGER NOT NULL REFERENCES import_batches (id),
  item_id INTEGER NOT NULL REFERENCES items (id),
  previous TEXT,
  name TEXT,
  PRIMARY KEY (batch_id, item_id)
) STRICT, WITHOUT ROWID;

-- Of each batch who imported it, the file as it was then, and the batch whose rejected rows it corrects.
CREATE TABLE batch_details (
  batch_id INTEGER PRIMARY KEY REFERENCES import_batches (id),
  imported_by TEXT NOT NULL,
  corrects INTEGER REFERENCES import_batches (id),
  -- Where the file lay; NULL of a copy that was sent and is not kept.
  path TEXT,
  bytes INTEGER,
  modified_ms INTEGER,
  digest TEXT,
  undone_at TEXT,
  undone_by TEXT,
  -- What was not plausible and what was decided about it, as JSON; NULL where nothing was found.
  findings TEXT
) STRICT;

-- Rejected rows that a batch took in corrected: their place in the rejects file, and [column, before, after] of each cell.
CREATE TABLE row_corrections (
  batch_id INTEGER NOT NULL REFERENCES import_batches (id),
  row INTEGER NOT NULL,
  source_line INTEGER NOT NULL,
  changes TEXT NOT NULL,
  PRIMARY KEY (batch_id, row)
) STRICT, WITHOUT ROWID;

-- How files of a kind are read. An empty name is none; an empty fingerprint is one that is not known yet for which headings it is.
CREATE TABLE import_profiles (
  id INTEGER PRIMARY KEY,
  fingerprint TEXT NOT NULL,
  name TEXT NOT NULL,
  headings TEXT NOT NULL,
  profile TEXT NOT NULL,
  used_at TEXT,
  imports INTEGER NOT NULL,
  UNIQUE (fingerprint, name)
) STRICT;

-- Files that came into a watched folder: from when each was taken until it lies where it belongs, and what came of it. Claims
-- begin with the time, so that their order is that of the files.
CREATE TABLE watched_files (
  claim TEXT PRIMARY KEY,
  folder TEXT NOT NULL,
  file TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('taken', 'imported', 'failed', 'returned')),
  message TEXT NOT NULL,
  batch_id INTEGER,
  settled_at TEXT,
  lies_at TEXT NOT NULL,
  goes_to TEXT,
  bytes INTEGER NOT NULL,
  modified_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE job_history (
  id TEXT PRIMARY KEY,
  finished_at TEXT NOT NULL,
  job TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Indexes that a person had made on advice. One that is 'made' is in every file; the others are on the way there or away,
-- and are gone the next time the store is opened.
CREATE TABLE advised_indexes (
  name TEXT PRIMARY KEY,
  -- What it is by: 'operator,day,lot'.
  fields TEXT NOT NULL,
  -- The shape of question it was made for.
  shape TEXT NOT NULL,
  -- How many different keys lead it, in the file that has most: what tells how narrow it is.
  distinct_keys INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('making', 'made', 'dropping'))
) STRICT, WITHOUT ROWID;
`;

export const initial: Migration = {
  id: 10,
  name: 'initial',
  up(database, role) {
    database.exec(recordTables);
    database.exec(createBuiltIn('every'));
    database.exec(createRollups);
    database.exec(createSearch);
    if (role === 'live') {
      database.exec(liveTables);
      database.exec(createBuiltIn('live'));
    }
  },
};
