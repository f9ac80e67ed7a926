import type { KeptProfile } from '../../../../shared/contract/profiles.ts';
import type { ImportProfile } from '../../../../shared/import/profile.ts';
import { columnsInUse } from '../profile-edit.ts';

interface KnownColumns {
  /** As they stand in the files. */
  ofFile: string[];
  /** As the mapping sees them, with a second file's columns and with columns made rows. */
  shaped: string[];
}

/**
 * The columns of the files of a profile while it is edited and none of them is at hand: those of its headings, which are
 * remembered as they were shaped, and all that it names.
 */
export function columnsOfKept({ headings, profile: kept }: KeptProfile, edited: ImportProfile): KnownColumns {
  const made = new Set([...outputs(kept), ...broughtBy(kept)]);
  const ofFile = unique([
    ...headings.filter((name) => name !== '' && !made.has(name)),
    ...beside(kept),
    ...(kept.shape.join?.on.map(({ column }) => column) ?? []),
  ]);
  const gone = new Set(beside(edited));
  const shaped = unique([
    ...ofFile.filter((name) => !gone.has(name)),
    ...broughtBy(edited).filter((name) => !gone.has(name)),
    ...outputs(edited),
    ...columnsInUse(edited),
  ]);
  return { ofFile, shaped };
}

/** Columns that are made of those that stand beside each other. */
function outputs({ shape: { unpivot } }: ImportProfile): string[] {
  return unpivot ? [unpivot.name, ...unpivot.values] : [];
}

function beside({ shape: { unpivot } }: ImportProfile): string[] {
  return unpivot?.groups.flatMap(({ columns }) => columns) ?? [];
}

function broughtBy({ shape: { join } }: ImportProfile): string[] {
  return join?.bring ?? [];
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
