import { readFile } from 'node:fs/promises';
import { writeWhole } from '../../db/backup/write-whole.ts';
import { explainDiskError } from '../../db/store/disk-error.ts';
import { defaultSettings, type Settings, settingNames, settingsSchema } from '../../shared/contract/settings.ts';
import { ifMissing } from './if-missing.ts';

/** The settings of a store, in a file of its folder that a person can read; what it does not name is as by default. */
export class SettingsFile {
  readonly #path: string;
  #settings: Settings;

  private constructor(path: string, settings: Settings) {
    this.#path = path;
    this.#settings = settings;
  }

  /** Reads the file; tells `onUnreadable` of one that cannot be read, and goes by the defaults then. */
  static async open(path: string, onUnreadable: (error: unknown) => void): Promise<SettingsFile> {
    try {
      const text = await readFile(path, 'utf8').catch(ifMissing('{}'));
      return new SettingsFile(path, { ...defaultSettings, ...settingsSchema.partial().parse(JSON.parse(text)) });
    } catch (error) {
      onUnreadable(error);
      return new SettingsFile(path, defaultSettings);
    }
  }

  get settings(): Settings {
    return this.#settings;
  }

  /** Keeps what is changed, in the file first: what cannot be kept does not hold either. Throws in words. */
  async change(changes: Partial<Settings>): Promise<Settings> {
    const next = { ...this.#settings, ...changes };
    try {
      writeWhole(this.#path, `${JSON.stringify(changedOf(next), null, 2)}\n`);
    } catch (error) {
      throw explainDiskError(error);
    }
    this.#settings = next;
    return next;
  }
}

/** What differs from the defaults, so that a better default holds where nobody chose. */
function changedOf(settings: Settings): Partial<Settings> {
  return Object.fromEntries(
    settingNames.filter((name) => settings[name] !== defaultSettings[name]).map((name) => [name, settings[name]]),
  );
}
