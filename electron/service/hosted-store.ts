/**
 * What a host serves: the service of its store, or while that cannot be opened what puts it right; then the service takes
 * its place, and whoever is connected has to connect again.
 */
import type { AnyRouter } from '@orpc/server';
import { storeFolder } from '../../db/store/folder.ts';
import { AppError, isAppError } from '../../shared/lib/app-error.ts';
import { Downloads } from './downloads.ts';
import { FileRegistry } from './files.ts';
import { createService, type ServiceOptions } from './service.ts';
import { openRecovery } from './standby-recovery.ts';

/** What a window reaches. */
export interface Hosted {
  router: AnyRouter;
  files: FileRegistry;
  downloads: Downloads;
  /** The folder that a scheduled report is written into. Throws NOT_FOUND. */
  reportFolder(scheduleId: string): Promise<string>;
  close(): Promise<void>;
}

export class HostedStore implements Hosted {
  readonly #options: ServiceOptions;
  #hosted: Hosted;
  /** Told when the store could be opened after all. */
  onReplaced: () => void = () => {};

  private constructor(options: ServiceOptions, because: string | null, service: Hosted | null) {
    this.#options = options;
    this.#hosted = service ?? this.#recover(because ?? '');
  }

  /** Opens a store, or what can put it right where it is damaged. Throws STORE_IN_USE, STORE_UNUSABLE and the like in words. */
  static async open(options: ServiceOptions): Promise<HostedStore> {
    try {
      return new HostedStore(options, null, await createService(options));
    } catch (error) {
      if (!isAppError(error) || error.code !== 'DAMAGED') throw error;
      return new HostedStore(options, error.message, null);
    }
  }

  get router(): AnyRouter {
    return this.#hosted.router;
  }

  get files(): FileRegistry {
    return this.#hosted.files;
  }

  get downloads(): Downloads {
    return this.#hosted.downloads;
  }

  reportFolder(scheduleId: string): Promise<string> {
    return this.#hosted.reportFolder(scheduleId);
  }

  async close(): Promise<void> {
    const hosted = this.#hosted;
    await hosted.close();
    if (this.#hosted !== hosted) await this.#hosted.close(); // it was put right meanwhile
  }

  #recover(because: string): Hosted {
    const recovery = openRecovery({
      storeFolder: this.#options.storeFolder,
      because,
      open: async () => {
        this.#hosted = await createService(this.#options);
        setImmediate(() => this.onReplaced()); // after the job has told of its end
      },
    });
    const { inbox } = storeFolder(this.#options.storeFolder);
    return {
      ...recovery,
      files: new FileRegistry(inbox),
      downloads: new Downloads(),
      reportFolder: async () => {
        throw new AppError('NOT_FOUND', 'The store is not open, and its reports are not known. Put it right first.');
      },
    };
  }
}
