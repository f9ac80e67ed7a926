/** What the threads of readers and of the writer can be asked to do, by name. */
import type * as reader from '../sqlite/reader-worker.ts';
import type * as writer from '../sqlite/writer-worker.ts';

export type ReaderTasks = typeof reader;
export type WriterTasks = typeof writer;
type Jobs = Pick<
  WriterTasks,
  | 'importFile'
  | 'correctRows'
  | 'sample'
  | 'undo'
  | 'archive'
  | 'reopen'
  | 'rebuildArchive'
  | 'acceptArchive'
  | 'rollOver'
  | 'compact'
  | 'integrity'
  | 'optimise'
  | 'rereadStore'
  | 'applyIndex'
  | 'revertIndex'
>;
/** Small things that the writer keeps between jobs. */
export type Notes = Pick<WriterTasks, 'changeProfile' | 'keepWatched' | 'dropWatched'>;
export type Input<Task> = Task extends (input: infer I) => unknown ? I : never;
export type Output<Task> = Task extends (...input: never[]) => infer R ? Awaited<R> : never;

export type JobName = keyof Jobs;
export type JobInput<Name extends JobName> = Omit<Input<Jobs[Name]>, 'channel'>;
export type JobOutput<Name extends JobName> = Output<Jobs[Name]>;
