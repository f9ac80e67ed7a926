/**
 * What lies in a folder of backups:
 * - `backup-000012-2026-11-21T07-30-00Z.json`: a manifest, which makes a backup; what none names is a leftover.
 * - the same with `.list`: for each page of live.db where it is kept, and its hash.
 * - `pages-000012`: the pages that were new with that backup, one after the other.
 * - `sealed/archive_2023-<hash>.db`: an archive as it was sealed, once.
 * - `papers/<hash>`: what else belongs to the store, such as rows set aside.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const DIGITS_OF_NUMBER = 6;
const DIGITS_OF_HASH = 16;

export interface BackupName {
  number: number;
  madeAt: string;
}

export const SEALED = 'sealed';
export const PAPERS = 'papers';

function baseName({ number, madeAt }: BackupName): string {
  const seconds = madeAt.replace(/\.\d+Z$/, 'Z').replaceAll(':', '-');
  return `backup-${digits(number)}-${seconds}`;
}

function digits(number: number): string {
  return String(number).padStart(DIGITS_OF_NUMBER, '0');
}

export function manifestPath(folder: string, backup: BackupName): string {
  return join(folder, `${baseName(backup)}.json`);
}

export function listPath(folder: string, backup: BackupName): string {
  return join(folder, `${baseName(backup)}.list`);
}

/** The pages that were new with the backup of that number. */
export function packPath(folder: string, number: number): string {
  return join(folder, `pages-${digits(number)}`);
}

export function sealedPath(folder: string, { name, sha256 }: { name: string; sha256: string }): string {
  return join(folder, SEALED, `${name}-${sha256.slice(0, DIGITS_OF_HASH)}.db`);
}

export function paperPath(folder: string, { sha256 }: { sha256: string }): string {
  return join(folder, PAPERS, sha256);
}

const MANIFEST = /^backup-(\d+)-.*\.json$/;

/** The number of a manifest by its file's name; null for any other file. */
export function manifestNumber(fileName: string): number | null {
  const digitsFound = MANIFEST.exec(fileName)?.[1];
  return digitsFound === undefined ? null : Number(digitsFound);
}

/** Files that backups are made of; others that lie in the folder are nobody's business. */
const PARTS: readonly { folder: string; name: RegExp }[] = [
  { folder: '', name: /^(backup-\d+-.*\.(json|list)|pages-\d+)(\.new)?$/ },
  { folder: SEALED, name: /^archive_\d{4}(_\d+)?-[0-9a-f]+\.db(\.new)?$/ },
  { folder: PAPERS, name: /^[0-9a-f]{64}(\.new)?$/ },
];

/** Every file of the folder that is part of a backup, or a leftover of one. */
export function partsOfBackups(folder: string): string[] {
  return PARTS.flatMap(({ folder: within, name }) =>
    namesIn(join(folder, within))
      .filter((each) => name.test(each))
      .map((each) => join(folder, within, each)),
  );
}

/** Names in a folder; none where it is not there. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
