import { AppError } from '../../shared/lib/app-error.ts';

/** A file that is ready to be handed to a person. */
export interface Download {
  path: string;
  fileName: string;
  contentType: string;
}

/** Files ready for a person, known to the window by an id only. */
export class Downloads {
  readonly #downloads = new Map<string, Download>();

  add(download: Download): string {
    const id = crypto.randomUUID();
    this.#downloads.set(id, download);
    return id;
  }

  /** Throws NOT_FOUND for an id that this run of the program did not give. */
  get(downloadId: string): Download {
    const download = this.#downloads.get(downloadId);
    if (!download) throw new AppError('NOT_FOUND', 'That file is no longer at hand; export it again.');
    return download;
  }
}
