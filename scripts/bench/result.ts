/** What one run has found, and the one document of --json. */
import type { BesideImport } from './beside-import.ts';
import type { ColdResult } from './cold.ts';
import type { Growth } from './growth.ts';
import type { ImportMemory } from './import-memory.ts';
import type { ImportResult } from './import-race.ts';
import type { Loading } from './loading.ts';
import { type MeasuredQuestion, timesFaster } from './measure.ts';
import type { StoreSize } from './open-peers.ts';
import { rivals } from './peer.ts';
import { questionOf } from './questions.ts';
import type { RecordingCost } from './recording.ts';
import type { StartResult } from './start.ts';
import type { WindowResult } from './window-gestures.ts';

/** Parts that were not asked for are absent. */
export interface BenchResult {
  machine: string;
  records: number;
  rounds: number;
  /** Time a question may take of one peer. */
  budgetMs: number;
  /** Share of the processor that other programs used while the questions were timed. */
  usedByOthers?: number;
  questions?: MeasuredQuestion[];
  loading?: Loading;
  start?: StartResult;
  recording?: RecordingCost[];
  window?: WindowResult;
  stores?: StoreSize[];
  cold?: ColdResult;
  besideImport?: BesideImport[];
  growth?: Growth[];
  imports?: { rows: number; results: ImportResult[] };
  importMemory?: ImportMemory[];
}

/** The result as data, with the ratios worked out beside those that were wanted. */
export function resultDocument(result: BenchResult): object {
  return {
    ...result,
    questions: result.questions?.map((measured) => ({
      ...measured,
      title: questionOf(measured.question).title,
      wanted: questionOf(measured.question).wanted,
      timesFaster: Object.fromEntries(rivals.map((name) => [name, timesFaster(measured, name)])),
    })),
  };
}
