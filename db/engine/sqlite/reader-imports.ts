/** What readers are asked of files to be imported, and of what imports did. */
import type { FileChoice, ImportProfile } from '../../../shared/import/profile.ts';
import { readCorrectionsOf } from '../../import/corrections/corrections-of-batch.ts';
import { readCorrection } from '../../import/corrections/save-corrections.ts';
import type { ViewRequest } from '../../import/corrections/view-corrections.ts';
import type { GateRules } from '../../import/gate/rules.ts';
import type { SecondFile } from '../../import/shape/second-file.ts';
import { readChangedRecords, readKeptChanges } from '../../store/changes.ts';
import type { StoreFolder } from '../../store/folder.ts';
import { connectionTo } from './reader-connections.ts';
import { workerFailure } from './worker-failure.ts';

/** What reads files to be imported is most of what a reader would load before its first answer, and is seldom needed. */
const files = () => import('../../import/inspect.ts');

interface NamedFile {
  path: string;
  /** What the file is called where it came from; the name at its path when absent. */
  name?: string | undefined;
  second?: SecondFile;
}

/** Looks at a file to be imported, as a person says that it is written where it does not tell. */
export function inspect({ path, name, choice, second }: NamedFile & { choice: FileChoice }) {
  return workerFailure(async () => (await files()).inspectFile(path, choice, second, name));
}

/** Maps the first rows of a file by a profile. */
export function preview({ path, name, profile, second }: NamedFile & { profile: ImportProfile }) {
  return workerFailure(async () => (await files()).previewFile(path, profile, second, name));
}

/** What a person corrected in the row that a record was read from. */
export function correction({ folder, ...of }: { folder: StoreFolder; batchId: number; line: number }) {
  return workerFailure(() => readCorrection(connectionTo(folder.live), of));
}

/** The line of a file that a record was read from. */
export function sourceLine({
  folder,
  ...of
}: {
  folder: StoreFolder;
  batchId: number;
  line: number;
  path: string | null;
}) {
  return workerFailure(async () => {
    const { readSourceLine } = await import('../../import/rows/source-line.ts');
    return readSourceLine(connectionTo(folder.live), of);
  });
}

/** What imports changed of records. */
export function keptChanges({ folder, ids }: { folder: StoreFolder; ids: number[] }) {
  return workerFailure(() => readKeptChanges(connectionTo(folder.live), ids));
}

export function changedRecords({
  folder,
  ...of
}: {
  folder: StoreFolder;
  batchId: number | null;
  after: number;
  limit: number;
}) {
  return workerFailure(() => readChangedRecords(connectionTo(folder.live), of));
}

/** The rows that an import set aside, as they are after some steps. */
export function corrections({ folder, batchId, ...request }: ViewRequest & { folder: StoreFolder; batchId: number }) {
  return workerFailure(async () => {
    const { viewCorrections } = await import('../../import/corrections/view-corrections.ts');
    return viewCorrections(readCorrectionsOf(connectionTo(folder.live), folder, batchId), request);
  });
}

/** What was changed in a rejects file in another program. */
export function stepsFromFile({ folder, batchId, path }: { folder: StoreFolder; batchId: number; path: string }) {
  return workerFailure(async () => {
    const { stepsFromFile: readSteps } = await import('../../import/corrections/steps-from-file.ts');
    return readSteps(readCorrectionsOf(connectionTo(folder.live), folder, batchId), path);
  });
}

/** What is not plausible in the first rows of a file. */
export function previewFindings(input: {
  path: string;
  name: string;
  profile: ImportProfile;
  gate: GateRules;
  second?: SecondFile;
}) {
  return workerFailure(async () => {
    const { csvSource } = await import('../../import/csv-source.ts');
    const { previewFindings: find } = await import('../../import/gate/preview-findings.ts');
    return find(await csvSource(input.path, input.name, input.profile, input.second), input.gate);
  });
}
