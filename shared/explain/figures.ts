/**
 * Numbers that no question of records gives, as data: what is told beside which of them, where each comes from, and how fresh
 * it is. The words are in shared/text/explain-figures.
 */

/** How a number is written. */
export type FigureUnit = 'count' | 'bytes' | 'milliseconds' | 'share' | 'days' | 'instant' | 'date' | 'text';

/**
 * How fresh a number is: 'kept' since it was counted, 'read' when the drawer opened, 'behind' of what was read last, or what
 * the 'running' program has in memory at that moment.
 */
export type Freshness = 'kept' | 'read' | 'behind' | 'running';

/** Where numbers are kept or measured; `reads` is what tells the statements that read them from others. */
export const figureSources = {
  importRow: { fresh: 'kept', reads: ['SELECT b.*, d.corrects'] },
  monthRows: { fresh: 'read', reads: ['partition_months'] },
  archiveRows: { fresh: 'read', reads: ['FROM archives'] },
  filesOnDisk: { fresh: 'read', reads: [] },
  pages: { fresh: 'read', reads: ['PRAGMA'] },
  diskOfStore: { fresh: 'behind', reads: [] },
  sizesByDay: { fresh: 'behind', reads: [] },
  lastHourRuns: { fresh: 'running', reads: [] },
  keptRuns: { fresh: 'running', reads: [] },
  slowRuns: { fresh: 'running', reads: [] },
  memoryTally: { fresh: 'running', reads: [] },
  memoryEntries: { fresh: 'running', reads: [] },
  readerPool: { fresh: 'running', reads: [] },
  jobQueue: { fresh: 'running', reads: [] },
  jobHistory: { fresh: 'behind', reads: ["'failed'"] },
  jobList: { fresh: 'read', reads: ['SELECT job FROM job_history'] },
  backupFolder: { fresh: 'behind', reads: [] },
  standbyFolder: { fresh: 'running', reads: [] },
  indexPages: { fresh: 'running', reads: ['FROM dbstat'] },
  indexUse: { fresh: 'running', reads: [] },
  trial: { fresh: 'kept', reads: [] },
} as const satisfies Record<string, { fresh: Freshness; reads: readonly string[] }>;
export type FigureSource = keyof typeof figureSources;

/** Every number that is told of, with how it is written. */
export const figures = {
  rowsRead: 'count',
  inserted: 'count',
  updated: 'count',
  unchanged: 'count',
  rejected: 'count',
  rounded: 'count',
  records: 'count',
  fileBytes: 'bytes',
  freeBytes: 'bytes',
  files: 'count',
  questions: 'count',
  median: 'milliseconds',
  p95: 'milliseconds',
  p99: 'milliseconds',
  worst: 'milliseconds',
  totalTime: 'milliseconds',
  slowTook: 'milliseconds',
  slowWaited: 'milliseconds',
  fromMemory: 'share',
  hits: 'count',
  staleHits: 'count',
  misses: 'count',
  roomTaken: 'bytes',
  answersKept: 'count',
  warmed: 'count',
  refreshes: 'count',
  failedRefreshes: 'count',
  evictions: 'count',
  cost: 'milliseconds',
  timesUsed: 'count',
  saved: 'milliseconds',
  readersInUse: 'count',
  readersQueued: 'count',
  longestWait: 'milliseconds',
  respawns: 'count',
  jobsRunning: 'count',
  jobsQueued: 'count',
  jobsFailed: 'count',
  jobTook: 'milliseconds',
  backupsKept: 'count',
  backupBytes: 'bytes',
  standbyLag: 'milliseconds',
  standbyMissing: 'count',
  standbyRecords: 'count',
  growth: 'bytes',
  logBytes: 'bytes',
  freeDisk: 'bytes',
  daysLeft: 'days',
  indexBytes: 'bytes',
  indexTakes: 'bytes',
  indexUsed: 'count',
  savedByIndex: 'milliseconds',
  indexCost: 'milliseconds',
} as const satisfies Record<string, FigureUnit>;
export type FigureName = keyof typeof figures;

/** What a number is made of: single facts, each with how it is written. */
export const figureFacts = {
  batch: 'count',
  file: 'text',
  importedAt: 'instant',
  months: 'count',
  pages: 'count',
  freePages: 'count',
  pageBytes: 'count',
  mainBytes: 'bytes',
  walBytes: 'bytes',
  questionsLastHour: 'count',
  rank50: 'count',
  rank95: 'count',
  rank99: 'count',
  questionsKept: 'count',
  slowKept: 'count',
  asked: 'count',
  hits: 'count',
  staleHits: 'count',
  misses: 'count',
  room: 'bytes',
  answersKept: 'count',
  filesCounted: 'count',
  readers: 'count',
  startedAt: 'instant',
  growth: 'bytes',
  firstSizeOn: 'date',
  firstSize: 'bytes',
} as const satisfies Record<string, FigureUnit>;
export type FigureFact = keyof typeof figureFacts;

export interface FigureSubject {
  figures: readonly FigureName[];
  sources: readonly FigureSource[];
}

/** What stands together on Health and Maintenance, and is told of together. */
export const healthSubjects = {
  responses: { figures: ['median', 'p95', 'p99'], sources: ['lastHourRuns'] },
  memory: { figures: ['fromMemory'], sources: ['memoryTally'] },
  readers: { figures: ['readersInUse', 'readersQueued', 'longestWait', 'respawns'], sources: ['readerPool'] },
  jobs: { figures: ['jobsRunning', 'jobsQueued', 'jobsFailed'], sources: ['jobQueue', 'jobHistory'] },
  backups: { figures: ['backupsKept', 'backupBytes'], sources: ['backupFolder'] },
  standby: { figures: ['standbyLag', 'standbyMissing', 'standbyRecords'], sources: ['standbyFolder'] },
  jobTimes: { figures: ['jobTook'], sources: ['jobList'] },
  growth: { figures: ['fileBytes', 'growth'], sources: ['filesOnDisk', 'sizesByDay'] },
  log: { figures: ['logBytes'], sources: ['filesOnDisk'] },
  disk: { figures: ['freeDisk', 'daysLeft'], sources: ['diskOfStore', 'sizesByDay'] },
  overTime: { figures: ['questions', 'median', 'p95', 'p99', 'worst'], sources: ['keptRuns'] },
  byKind: { figures: ['questions', 'median', 'p95'], sources: ['keptRuns'] },
  byShape: { figures: ['questions', 'median', 'p95', 'p99', 'worst', 'totalTime'], sources: ['keptRuns'] },
  slow: { figures: ['slowTook', 'slowWaited'], sources: ['slowRuns'] },
  memoryByKind: { figures: ['fromMemory', 'hits', 'staleHits', 'misses'], sources: ['memoryTally'] },
  room: {
    figures: ['roomTaken', 'answersKept', 'warmed', 'refreshes', 'failedRefreshes', 'evictions'],
    sources: ['memoryEntries', 'memoryTally'],
  },
  dearest: { figures: ['cost', 'timesUsed', 'saved'], sources: ['memoryEntries'] },
  indexes: { figures: ['indexBytes', 'indexUsed'], sources: ['indexPages', 'indexUse'] },
  advice: { figures: ['savedByIndex', 'indexTakes', 'indexCost'], sources: ['trial'] },
} as const satisfies Record<string, FigureSubject>;
export type HealthSubject = keyof typeof healthSubjects;

/** What came of an import. */
export const importSubject = {
  figures: ['rowsRead', 'inserted', 'updated', 'unchanged', 'rejected', 'rounded'],
  sources: ['importRow'],
} as const satisfies FigureSubject;

/** What a file of the store holds and takes. */
export const fileSubject = {
  figures: ['records', 'fileBytes', 'freeBytes'],
  sources: ['monthRows', 'filesOnDisk', 'pages'],
} as const satisfies FigureSubject;

/** The same of all of them. */
export const storeSubject = {
  figures: ['records', 'fileBytes', 'freeBytes', 'files'],
  sources: ['monthRows', 'filesOnDisk', 'pages', 'archiveRows'],
} as const satisfies FigureSubject;
