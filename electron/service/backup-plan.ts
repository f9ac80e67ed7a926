import { readFile } from 'node:fs/promises';
import { writeWhole } from '../../db/backup/write-whole.ts';
import { explainDiskError } from '../../db/store/disk-error.ts';
import { type BackupPlan, backupPlanSchema, defaultBackupPlan } from '../../shared/contract/backups.ts';

/** Where a store is backed up to and what is kept, in a file of its folder. */
export class BackupPlanFile {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  /** The plan as it stands in the file; as by default where there is none, or none that can be read. */
  async read(): Promise<BackupPlan> {
    const text = await readFile(this.#path, 'utf8').catch(() => '{}');
    const found = backupPlanSchema.partial().safeParse(parse(text));
    return { ...defaultBackupPlan, ...found.data };
  }

  /** Changes what is named. Throws in words. */
  async change(changes: Partial<BackupPlan>): Promise<BackupPlan> {
    const named = Object.entries(changes).filter(([, value]) => value !== undefined);
    const next = { ...(await this.read()), ...Object.fromEntries(named) };
    try {
      writeWhole(this.#path, `${JSON.stringify(next, null, 2)}\n`);
    } catch (error) {
      throw explainDiskError(error);
    }
    return next;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {}; // a file that a person spoilt; the window shows that no folder is set
  }
}
