/** The one writer: owns the store's lock and its only writable connection; one job at a time. */
import { workerData } from 'node:worker_threads';
import type { RollOverRule } from '../../../shared/contract/roll-over.ts';
import type { Job } from '../../../shared/contract/schemas.ts';
import type { CorrectionStep } from '../../../shared/import/corrections.ts';
import { readCorrectionsOf } from '../../import/corrections/corrections-of-batch.ts';
import type { GateRules } from '../../import/gate/rules.ts';
import { importRows, type Staging } from '../../import/import-rows.ts';
import { type FileSource, type SourceName, stageBeside } from '../../import/stage/stage-beside.ts';
import { undoBatch } from '../../import/undo.ts';
import { applyIndex as makeIndex, revertIndex as takeIndexAway } from '../../indexes/apply.ts';
import type { AdvisableField } from '../../indexes/definitions.ts';
import { archiveYear } from '../../maintenance/archive.ts';
import { giveBackFree } from '../../maintenance/give-back.ts';
import { checkIntegrity } from '../../maintenance/integrity.ts';
import { optimise as optimiseStore } from '../../maintenance/optimise.ts';
import { reopenArchive } from '../../maintenance/reopen.ts';
import { type RereadOutcome, reread } from '../../maintenance/reread.ts';
import { rollOver as rollOverStore } from '../../maintenance/roll-over.ts';
import { vacuum } from '../../maintenance/vacuum.ts';
import { acceptArchive as accept } from '../../recovery/accept-archive.ts';
import { rebuildArchive as rebuild } from '../../recovery/rebuild-archive.ts';
import { type SampleOptions, sampleSource } from '../../sample/sample-source.ts';
import { setAside } from '../../store/archives.ts';
import { readHandedFile } from '../../store/batch-details.ts';
import { acknowledgeRebuilt, doubtArchive, noteDecayOfLive } from '../../store/flaws.ts';
import { foldLog } from '../../store/fold-log.ts';
import { saveJob } from '../../store/jobs.ts';
import { type OwnedStore, openStore } from '../../store/open-store.ts';
import { changeProfiles, type ProfileChange } from '../../store/profiles.ts';
import { readSeal } from '../../store/seals.ts';
import { tidyUp } from '../../store/tidy-up.ts';
import { forgetWatched, saveWatched, type WatchedRow } from '../../store/watched-files.ts';
import { type JobContext, jobContext } from '../threads/job-context.ts';
import type { JobChannel } from '../threads/tasks.ts';
import { workerFailure } from './worker-failure.ts';

/** A file to be imported, and the claim by which it was taken from a watched folder. */
export interface FileToImport extends Omit<FileSource, 'kind'> {
  claim?: string;
  /** What rows have to pass; all are taken as they come where absent. */
  gate?: GateRules;
}

let store: OwnedStore | null = null;

/** The store; a thread that takes the place of one that died opens it by itself, before whatever waited behind that. */
function owned(): OwnedStore {
  store ??= openStore(String(workerData));
  return store;
}

/** A job's input with the channel it reports through. */
export type WithChannel<Input> = Input & { channel: JobChannel };

/** What was read anew before a job, which could not wait for it; told to whoever asks next. */
let rereadUntold: RereadOutcome | null = null;

/** A job never builds on what another program has left out of step. */
function job<Input, Result>(run: (store: OwnedStore, input: Input, context: JobContext) => Result) {
  return (input: WithChannel<Input>) =>
    workerFailure(() => {
      const own = owned();
      const context = jobContext(input.channel);
      if (own.foreignWrites.look().live) rereadUntold = reread(own, context);
      return own.foreignWrites.writing(async () => {
        const outcome = await run(own, input, context);
        giveBackFree(own.live);
        tidyUp(() => foldLog(own.live));
        return outcome;
      });
    });
}

/** Reading and writing share the work of an import between two threads. */
function beside(source: SourceName): Staging {
  return (task, context) => stageBeside(source, task, context);
}

export function open() {
  return workerFailure(() => void owned());
}

export function close() {
  store?.close();
  store = null;
}

export function recordSetAside({ name, because }: { name: string; because: string }) {
  return workerFailure(() => setAside(owned().live, name, because));
}

/** What the bytes of live are to be compared with. */
export function leftLive() {
  return workerFailure(() => owned().left);
}

/** Notes that live decayed while it lay on the disk. */
export function recordDecay({ because }: { because: string }) {
  return workerFailure(() => owned().foreignWrites.writing(() => noteDecayOfLive(owned().live, because)));
}

/** Notes that an archive is not what was sealed; false where it has another seal by now, or that was noted before. */
export function recordDoubt({ name, seal, because }: { name: string; seal: string; because: string }) {
  return workerFailure(() =>
    owned().foreignWrites.writing(() => {
      const { live } = owned();
      const isKnown = live.rows('SELECT 1 FROM archives WHERE name = @name AND doubt IS NOT NULL', { name }).length > 0;
      if (isKnown || readSeal(live, name)?.sha256 !== seal) return false;
      doubtArchive(live, name, because);
      return true;
    }),
  );
}

export function recordAcknowledged({ name }: { name: string }) {
  return workerFailure(() => owned().foreignWrites.writing(() => acknowledgeRebuilt(owned().live, name)));
}

export function recordJob(finished: Job) {
  return workerFailure(() => owned().foreignWrites.writing(() => saveJob(owned().live, finished)));
}

/** Changes the profiles; returns the id of the one that is meant. */
export function changeProfile(change: ProfileChange) {
  return workerFailure(() => owned().foreignWrites.writing(() => changeProfiles(owned().live, change)));
}

/** Keeps what is known of a file of a watched folder. */
export function keepWatched(row: WatchedRow) {
  return workerFailure(() => owned().foreignWrites.writing(() => saveWatched(owned().live, row)));
}

export function dropWatched(claim: string) {
  return workerFailure(() => owned().foreignWrites.writing(() => forgetWatched(owned().live, claim)));
}

/** Cuts the log of live where it is large and nobody needs it. */
export function foldLogOfLive() {
  return workerFailure(() => foldLog(owned().live));
}

/** Whether another program may have written since; a few microseconds. */
export function lookForForeignWrites() {
  return workerFailure(() => {
    const { live, archives } = owned().foreignWrites.look();
    return { live: live || rereadUntold !== null, archives };
  });
}

/** Reads anew what another program wrote, unless a job did so before it began. */
export function rereadStore({ channel }: { channel: JobChannel }) {
  return workerFailure(() => {
    const outcome = rereadUntold ?? reread(owned(), jobContext(channel));
    rereadUntold = null;
    return outcome;
  });
}

export const importFile = job(async (own, input: FileToImport, context) => {
  const { path, name, profile, claim, second, gate = null } = input;
  const { csvSource } = await import('../../import/csv-source.ts'); // half of what opening a store would load
  const source = await csvSource(path, name, profile, second);
  const file = readHandedFile(path, own.folder.inbox);
  const named = { kind: 'file' as const, path, name, profile, ...(second && { second }) };
  return importRows(own, { ...source, file, ...(claim && { claim }) }, context, beside(named), gate);
});
interface RowsToCorrect {
  batchId: number;
  steps: CorrectionStep[];
  /** What the plausibility gate goes by, but for what the profile of the import decides. */
  gate: GateRules;
}
export const correctRows = job(async (own, input: RowsToCorrect, context) => {
  const { correctedSource } = await import('../../import/corrections/corrected-source.ts');
  const of = readCorrectionsOf(own.live, own.folder, input.batchId);
  const source = correctedSource(of, input.steps);
  const gate = { ...input.gate, ofProfile: of.profile.gate ?? {} };
  return importRows(own, source, context, beside({ kind: 'corrections', of, steps: input.steps }), gate);
});
export const sample = job((own, { records, from, to, seed }: SampleOptions, context) => {
  const options = { records, from, to, seed };
  return importRows(own, sampleSource(options), context, beside({ kind: 'sample', options }));
});
export const undo = job((own, input: { batchId: number }, context) => undoBatch(own.live, input.batchId, context));
export const archive = job((own, input: { year: number }, context) => archiveYear(own, input.year, context));
export const rollOver = job((own, { rule, today }: { rule: RollOverRule; today: number }, context) =>
  rollOverStore(own, { rule, today }, context),
);
export const reopen = job((own, input: { archive: string }, context) => reopenArchive(own, input.archive, context));
export const rebuildArchive = job((own, input: { archive: string; folders: string[] }, context) =>
  rebuild(own, input, context),
);
export const acceptArchive = job((own, input: { archive: string }, context) => accept(own, input, context));
export const compact = job((own, _: object, context) => vacuum(own, context));
export const optimise = job((own, _: object, context) => optimiseStore(own, context));
export const integrity = job((own, _: object, context) => checkIntegrity(own, context));
export const applyIndex = job((own, { fields, shape }: { fields: AdvisableField[]; shape: string }, context) =>
  makeIndex(own, { fields, shape }, context),
);
export const revertIndex = job((own, { name }: { name: string }, context) => takeIndexAway(own, name, context));
