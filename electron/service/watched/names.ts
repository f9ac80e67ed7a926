/** The file in a watched folder that tells its people what became of each file. */
export const LOG_NAME = 'throughline-log.csv';

/** Folders within a watched one: files on their way, what was imported, and what was not. */
export const WORKING = 'working';
export const DONE = 'done';
export const FAILED = 'failed';

/** How the names of files end that are not all there yet, or only a program's own. */
export const UNFINISHED_ENDINGS = [
  'tmp',
  'temp',
  'part',
  'partial',
  'filepart',
  'crdownload',
  'download',
  'opdownload',
  'uploading',
  'upload',
  'incomplete',
  '!ut',
  'aria2',
  'lck',
  'lock',
  'swp',
  'bak',
] as const;

/** How programs name a file that is not all there yet, or only theirs. */
const UNFINISHED = [
  new RegExp(`\\.(${UNFINISHED_ENDINGS.join('|')})$`, 'i'),
  /^[.~]/, // hidden ones, and those that an office program keeps beside an open document
  /~$/,
  /-(wal|shm|journal)$/i, // what a database keeps beside itself while it is open
];

/** Whether a file of this name is to be imported where names are looked at by `pattern`. */
export function isWanted(name: string, pattern: string): boolean {
  if (name.toLowerCase() === LOG_NAME || UNFINISHED.some((unfinished) => unfinished.test(name))) return false;
  return pattern.split(';').some((part) => part.trim() !== '' && asExpression(part.trim()).test(name));
}

/** `*` stands for any text, `?` for one character, and letters for both cases. */
function asExpression(glob: string): RegExp {
  const source = [...glob].map((character) => {
    if (character === '*') return '.*';
    return character === '?' ? '.' : character.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  });
  return new RegExp(`^${source.join('').replace(/(\.\*)+/g, '.*')}$`, 'isu');
}

/** A name that is like another and not it: 'lots.csv' is 'lots (2).csv' the second time. */
export function nthName(name: string, nth: number): string {
  if (nth === 1) return name;
  const dot = name.lastIndexOf('.');
  return dot > 0 ? `${name.slice(0, dot)} (${nth})${name.slice(dot)}` : `${name} (${nth})`;
}
