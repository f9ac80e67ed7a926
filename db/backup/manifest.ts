import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../shared/lib/app-error.ts';
import { listPath, manifestNumber, manifestPath, namesIn, packPath, paperPath, sealedPath } from './backup-folder.ts';
import { writeWhole } from './write-whole.ts';

const fileSchema = z.object({ sha256: z.string(), bytes: z.number() });

/** How many records a file holds and what they add up to, exactly, as text; empty where nothing is recorded. */
const totalsSchema = z.object({ records: z.number(), good: z.string(), defects: z.string() });
export type Totals = z.infer<typeof totalsSchema>;

const manifestSchema = z.strictObject({
  format: z.literal(1),
  /** Counts the backups of a folder; the highest is the newest, whatever the clock said. */
  number: z.number(),
  madeAt: z.string(),
  storeId: z.string(),
  schemaVersion: z.number(),
  live: z.object({
    pageSize: z.number(),
    pages: z.number(),
    /** Of the list of its pages. */
    listSha256: z.string(),
    /** Numbers of the backups that its pages were new with. */
    packs: z.array(z.number()),
    totals: totalsSchema,
  }),
  archives: z.array(fileSchema.extend({ name: z.string(), totals: totalsSchema })),
  /** Small files of the store by their path within it. */
  papers: z.array(fileSchema.extend({ path: z.string() })),
  bytesWritten: z.number(),
});

/** What a backup holds. It is written last, so that a backup is there with it and not before. */
export type BackupManifest = z.infer<typeof manifestSchema>;

/** The manifest with its own hash; the same manifest is always the same text, so that any other byte is damage. */
function textOf(manifest: BackupManifest): string {
  const text = JSON.stringify(manifestSchema.parse(manifest)); // with its keys in the order of the schema
  return `{"sha256":"${hash('sha256', text)}","manifest":${text}}`;
}

export function writeManifest(folder: string, manifest: BackupManifest): void {
  writeWhole(manifestPath(folder, manifest), textOf(manifest));
}

/** Reads a manifest; throws DAMAGED for one that is not what was written, byte for byte. */
export function readManifest(path: string): BackupManifest {
  const text = readFileSync(path, 'utf8');
  const manifest = parse(text);
  if (!manifest || textOf(manifest) !== text) {
    throw new AppError('DAMAGED', `${basename(path)} is damaged, so that its backup cannot be used.`);
  }
  return manifest;
}

function parse(text: string): BackupManifest | null {
  try {
    return manifestSchema.parse(JSON.parse(text).manifest);
  } catch {
    return null; // whatever it is, it is not what was written
  }
}

export interface BackupsFound {
  /** Oldest first. */
  backups: BackupManifest[];
  /** File names of manifests that cannot be read. */
  damaged: string[];
  nextNumber: number;
}

/** The backups of a folder; none where the folder is not there. */
export function findBackups(folder: string): BackupsFound {
  const found: BackupsFound = { backups: [], damaged: [], nextNumber: 1 };
  for (const name of namesIn(folder)) {
    const number = manifestNumber(name);
    if (number === null) continue;
    found.nextNumber = Math.max(found.nextNumber, number + 1);
    try {
      found.backups.push(readManifest(join(folder, name)));
    } catch {
      found.damaged.push(name);
    }
  }
  found.backups.sort((a, b) => a.number - b.number);
  return found;
}

/** The newest backup, or the newest of those made by a moment (ISO). Throws NOT_FOUND with those that there are. */
export function chooseBackup(folder: string, at?: string): BackupManifest {
  const { backups, damaged } = findBackups(folder);
  const chosen = backups.findLast(({ madeAt }) => at === undefined || Date.parse(madeAt) <= Date.parse(at));
  if (chosen) return chosen;
  const broken = damaged.length > 0 ? ` ${damaged.join(', ')} cannot be read.` : '';
  if (backups.length === 0) throw new AppError('NOT_FOUND', `There is no backup in ${folder}.${broken}`);
  throw new AppError(
    'NOT_FOUND',
    `No backup in ${folder} was made by ${at}; the oldest is of ${backups[0]?.madeAt}.${broken}`,
  );
}

/** Every file that a backup needs. */
export function filesOf(folder: string, manifest: BackupManifest): string[] {
  return [
    manifestPath(folder, manifest),
    listPath(folder, manifest),
    ...manifest.live.packs.map((number) => packPath(folder, number)),
    ...manifest.archives.map((archive) => sealedPath(folder, archive)),
    ...manifest.papers.map((paper) => paperPath(folder, paper)),
  ];
}

/** Records of all files together. */
export function recordsIn({ live, archives }: BackupManifest): number {
  return archives.reduce((sum, { totals }) => sum + totals.records, live.totals.records);
}

/** Bytes that the store takes once it is restored. */
export function bytesIn({ live, archives, papers }: BackupManifest): number {
  return [...archives, ...papers].reduce((sum, { bytes }) => sum + bytes, live.pages * live.pageSize);
}
