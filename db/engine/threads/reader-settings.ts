/** What the thread of a reader is started with. */
export interface ReaderSettings {
  /** Most that SQLite keeps of each file, KiB. */
  cacheKib: number;
}
