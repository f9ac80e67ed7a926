/** Imports of whole files, read on a thread of their own as in the program, for who ends them at any moment. */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { JobContext } from '../engine/threads/job-context.ts';
import { csvSource } from '../import/csv-source.ts';
import { importRows } from '../import/import-rows.ts';
import type { RecordDraft } from '../import/rows/record-draft.ts';
import { stageBeside } from '../import/stage/stage-beside.ts';
import { createRandom } from '../sample/random.ts';
import type { OwnedStore } from '../store/open-store.ts';
import type { CollectedRow } from './collect-rows.ts';
import { type ContainerName, type PlantFile, randomPlantFile } from './dialects-file.ts';

export interface FileJob {
  /** What the file adds to a store that has none of it. */
  records(): RecordDraft[];
  /** Puts the file beside a store. */
  place(store: string): void;
  run(store: OwnedStore, path: string, context: JobContext): Promise<unknown>;
}

const SEED = 64;
const ROWS = 2_000;

const containers = [
  ['import of a file', 'plain'],
  ['import of a compressed file', 'gzip'],
  ['import of a workbook', 'workbook'],
  ['import of a workbook as XML', 'xml-workbook'],
  ['import of a page', 'html'],
  ['import of JSON lines', 'json-lines'],
  ['import of a database', 'sqlite'],
  ['import of a Parquet file', 'parquet'],
  ['import of a packed database', 'sqlite in zip'],
  ['import of columns as rows', 'wide'],
] as const satisfies [string, ContainerName][];

export type FileJobName = (typeof containers)[number][0];

/** The import of each kind of file, with so large a share of some thousand rows. */
export function fileJobsOf(share: number): [FileJobName, FileJob][] {
  return containers.map(([name, container]) => [name, fileJob(container, Math.round(ROWS * share))]);
}

/** The import of a file in such a container; it is made when it is first asked for. */
function fileJob(container: ContainerName, rows: number): FileJob {
  let kept: PlantFile | undefined;
  const made = (): PlantFile => {
    kept ??= randomPlantFile(createRandom(SEED), rows, container);
    return kept;
  };
  const name = `plant.${container}`;
  const fileBeside = (store: string) => join(dirname(store), name);
  return {
    records: () => made().rows.map(draftOfRow),
    place: (store) => writeFileSync(fileBeside(store), made().bytes),
    async run(store, path, context) {
      const file = fileBeside(path);
      // An item has no name in them: it would be that of the last row, which no record says by itself.
      const { itemName: _itemName, ...fields } = made().profile.fields;
      const profile = { ...made().profile, fields };
      const source = await csvSource(file, name, profile);
      return importRows(store, source, context, (task, here) =>
        stageBeside({ kind: 'file', path: file, name, profile }, task, here),
      );
    },
  };
}

function draftOfRow(row: CollectedRow): RecordDraft {
  return { ...row, itemName: null, rounded: 0 };
}
