import { codeOf } from './places.ts';

const sentences: Record<string, (folder: string) => string> = {
  ENOENT: (folder) => `${folder} is not there. Its files are taken once it is back.`,
  ENOTDIR: (folder) => `${folder} is a file and not a folder.`,
  EACCES: (folder) =>
    `${folder} may not be read and written by this program. Give it the right to; its files are taken then.`,
  ENOSPC: (folder) => `The disk of ${folder} is full. Its files are taken once there is room.`,
};
const sameAs: Record<string, string> = { EPERM: 'EACCES', EROFS: 'EACCES', EDQUOT: 'ENOSPC' };

/** Why folders cannot be watched at the moment: each is told once, until it is over or becomes another. */
export class FolderTroubles {
  readonly #troubles = new Map<string, string>();
  readonly #onTrouble: (what: string) => void;

  constructor(onTrouble: (what: string) => void) {
    this.#onTrouble = onTrouble;
  }

  note(folder: string, error: unknown): void {
    const code = codeOf(error);
    const detail = error instanceof Error ? error.message : String(error);
    const words =
      sentences[sameAs[code] ?? code]?.(folder) ??
      `${folder} could not be read or written (${detail}). It is tried again.`;
    if (this.#troubles.get(folder) !== words) this.#onTrouble(words);
    this.#troubles.set(folder, words);
  }

  over(folder: string): void {
    this.#troubles.delete(folder);
  }

  /** Every folder that there is something to say of. */
  all(): { name: string; why: string }[] {
    return [...this.#troubles].map(([name, why]) => ({ name, why }));
  }

  /** What was said of folders that nobody watches any more is over. */
  keepOnly(folders: readonly string[]): void {
    for (const folder of this.#troubles.keys()) if (!folders.includes(folder)) this.#troubles.delete(folder);
  }

  of(folder: string): string | null {
    return this.#troubles.get(folder) ?? null;
  }
}
