import { basename, resolve } from 'node:path';
import type { Finding, GateDecisions } from '../../../shared/import/gate.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { type NoteTally, noteTallySchema } from '../../../shared/import/shape.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { textOption, usageError } from '../arguments.ts';
import type { StoreCommand, StoreInvocation } from '../command.ts';
import { fileChoice, fileChoiceOptions } from '../file-choice.ts';
import { describeFindings, findingsIn, gateDecisionsOf, gateOptions, tellingWhy } from '../gate-options.ts';
import {
  correctedBatch,
  correctionsOption,
  describeReason,
  importCorrections,
  reasonsOf,
} from '../import-corrections.ts';
import { describeNotes, joinedFile, joinOptions, shapeGuesses } from '../join-options.ts';
import { type ProfileOfFile, profileNamed } from '../read-profile.ts';
import { guessesIn } from '../recognition-table.ts';
import { finishJob } from '../run-job.ts';
import { formatNumber, formatTable } from '../table.ts';

const counts = ['rowsRead', 'inserted', 'updated', 'unchanged', 'rejected', 'skipped'] as const;
type ImportedFile = Record<(typeof counts)[number], number> & {
  file: string;
  rejectsFile: string | null;
  batchId: number | null;
  notes: NoteTally;
  findings: Finding[];
};

export const importFiles: StoreCommand = {
  name: 'import',
  parameters:
    'FILE... [--profile NAME|FILE.json] [--encoding NAME] [--part NAME] [--accept KIND] [--leave-out KIND] [--corrections BATCH] [--join FILE] [--on COLUMN=COLUMN]',
  summary:
    'Imports delimited text, workbooks, JSON lines, SQLite tables and Parquet files, text also compressed, each as one batch that can be undone; rows that are no record are set aside in a rejects file.',
  store: 'own',
  options: {
    profile: {
      value: 'NAME|FILE.json',
      description:
        'how to read the files: a profile that the store keeps, or one in a file (default: as remembered for their header, else as guessed)',
    },
    ...fileChoiceOptions,
    ...correctionsOption,
    ...gateOptions,
    ...joinOptions,
    'accept-guess': { description: 'where a file can be read in two ways, take the reading that seems likelier' },
  },
  async run(invocation) {
    const { positionals, values } = invocation;
    if (positionals.length === 0) throw usageError(importFiles, 'Which files?');
    const corrects = correctedBatch(values);
    if (corrects !== undefined) return importCorrections(invocation, corrects, gateDecisionsOf(values));
    const decisions = gateDecisionsOf(values);
    const profilePath = textOption(values, 'profile');
    const profile = profilePath === undefined ? null : await profileNamed(invocation, profilePath);
    const files: ImportedFile[] = [];
    for (const path of positionals) {
      try {
        files.push(await tellingWhy(invocation.note, () => importFile(invocation, path, { profile, decisions })));
      } catch (error) {
        for (const done of files) invocation.note(`Imported before that: ${done.file} (batch ${done.batchId}).`);
        throw error;
      }
    }
    const reasons = await Promise.all(files.map((file) => reasonsOf(invocation, file)));
    return {
      json: { files: files.map((file, at) => ({ ...file, reasons: reasons[at] })) },
      text: [describe(files), ...reasons.flat().map(describeReason)].join('\n'),
    };
  },
};

async function importFile(
  invocation: StoreInvocation,
  path: string,
  { profile: given, decisions }: { profile: ProfileOfFile | null; decisions: GateDecisions },
): Promise<ImportedFile> {
  const { client, service } = invocation;
  const fileId = service.files.register(resolve(path));
  const { secondFileId, joinOn } = joinedFile(invocation);
  const second = secondFileId === undefined ? {} : { secondFileId };
  const choice = { ...fileChoice(invocation.values), ...(joinOn && { joinOn }) };
  const profile = given
    ? await given(fileId, fileChoice(invocation.values))
    : await guessProfile(invocation, { fileId, ...second, ...choice });
  const { jobId } = await client.imports.start({ fileId, ...second, profile, decisions });
  const { result } = await finishJob(invocation, jobId);
  const count = (name: string) => Number(result?.[name] ?? 0);
  const batchId = typeof result?.batchId === 'number' ? result.batchId : null;
  return {
    file: path,
    rowsRead: count('rowsRead'),
    inserted: count('inserted'),
    updated: count('updated'),
    unchanged: count('unchanged'),
    rejected: count('rejected'),
    skipped: count('skipped'),
    notes: notesOf(result?.notes),
    rejectsFile: batchId !== null && count('rejected') > 0 ? await rejectsFile(invocation, batchId) : null,
    batchId,
    findings: findingsIn(result?.findings),
  };
}

/** The profile remembered or guessed. Throws INVALID_PROFILE where only a person can say how the file is meant. */
async function guessProfile(
  { client, values, note }: StoreInvocation,
  file: Parameters<StoreInvocation['client']['imports']['inspect']>[0],
): Promise<ImportProfile> {
  const { fileName, profile, remembered, preview, recognised, findings } = await client.imports.inspect(file);
  const guesses = remembered ? [] : [...guessesIn(recognised, profile), ...shapeGuesses(findings)];
  for (const guess of guesses) note(`${fileName}: ${guess}`);
  const questions = remembered ? [] : preview.ambiguities.map(({ message }) => message);
  if (questions.length > 0 && !values['accept-guess']) {
    throw new AppError(
      'INVALID_PROFILE',
      `${fileName} can be read in two ways, and nothing of it was imported. ${questions.join(' ')} ` +
        'Say which with --profile FILE.json, or take the likelier reading with --accept-guess.',
    );
  }
  for (const question of questions) note(`${fileName}: ${question}`);
  return profile;
}

/** What the job says was left out, as it is kept. */
function notesOf(notes: unknown): NoteTally {
  return typeof notes === 'string' ? noteTallySchema.parse(JSON.parse(notes)) : {};
}

async function rejectsFile({ client, service }: StoreInvocation, batchId: number): Promise<string> {
  const { downloadId } = await client.imports.rejects({ batchId });
  return service.downloads.get(downloadId).path;
}

function describe(files: readonly ImportedFile[]): string {
  const columns = [
    { title: 'file', align: 'left' as const },
    ...[...counts, 'batch'].map((title) => ({ title: title === 'rowsRead' ? 'rows' : title, align: 'right' as const })),
  ];
  const rows = files.map((file) => [
    basename(file.file),
    ...counts.map((name) => formatNumber(file[name])),
    file.batchId === null ? null : String(file.batchId),
  ]);
  const rejects = files.flatMap(({ rejectsFile: rejected }) => (rejected ? [`Rows set aside: ${rejected}`] : []));
  const told = files.flatMap(({ file, notes, findings }) =>
    [...describeNotes(notes), ...describeFindings(findings)].map((line) => `${basename(file)}: ${line}`),
  );
  return [formatTable(columns, rows), ...rejects, ...told].join('\n');
}
