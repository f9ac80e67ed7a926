/** The command line that restores a backup while nobody has the store open. */
export function restoreCommand({ store, folder, at }: { store: string; folder: string; at: string }): string {
  return `npm run -s cli -- restore --backup ${quoted(folder)} --at ${at} --store ${quoted(store)}`;
}

/** A path as one word, for shells of Unix and of Windows alike. */
function quoted(path: string): string {
  return /[^\w./:\\-]/.test(path) ? `"${path}"` : path;
}
