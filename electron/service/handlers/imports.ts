import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import type { ServiceParts } from '../service-parts.ts';
import type { Implementer } from './router.ts';

export function importHandlers(os: Implementer, { engine, files, downloads, storeJobs }: ServiceParts) {
  const { folder } = engine;
  const findBatch = async (batchId: number) => {
    const batch = (await engine.ask('batches', folder)).find((candidate) => candidate.batchId === batchId);
    if (!batch) throw new AppError('NOT_FOUND', `There is no import ${batchId}. Nothing was changed.`);
    return batch;
  };
  return {
    inspect: os.imports.inspect.handler(async ({ input }) => {
      const { fileId, ...choice } = input;
      const { path, name } = files.get(fileId);
      const found = await engine.ask('inspect', { path, choice });
      const known = await engine.ask('profile', { folder, fingerprint: found.fingerprint });
      // How a file is written it tells by itself, or a person does; the one before may have been written otherwise.
      const remembered = known && asWritten(known, found.profile);
      const preview = remembered && (await engine.ask('preview', { path, profile: remembered }));
      // A plant may write another format under the same header; what makes no record of this file is no memory of it.
      const fits = preview !== null && (preview.accepted > 0 || found.preview.accepted === 0);
      return {
        fileName: name,
        bytes: (await stat(path)).size,
        profile: fits && remembered ? remembered : found.profile,
        remembered: fits,
        preview: fits ? preview : found.preview,
        parts: found.parts,
        isEncodingGuessed: found.isEncodingGuessed && !(fits && known?.encoding === found.profile.encoding),
      };
    }),
    preview: os.imports.preview.handler(({ input }) => {
      return engine.ask('preview', { path: files.get(input.fileId).path, profile: input.profile });
    }),
    start: os.imports.start.handler(({ input }) => {
      const { path, name } = files.get(input.fileId);
      return { jobId: storeJobs.import({ path, name, profile: input.profile }, () => files.release(input.fileId)) };
    }),
    history: os.imports.history.handler(() => engine.ask('batches', folder)),
    undo: os.imports.undo.handler(async ({ input }) => {
      const batch = await findBatch(input.batchId);
      if (batch.notUndoableReason !== null)
        throw new AppError('NOT_UNDOABLE', `${batch.notUndoableReason} Nothing was changed.`);
      return { jobId: storeJobs.undo(input.batchId, batch.file) };
    }),
    rejects: os.imports.rejects.handler(async ({ input }) => {
      const path = await engine.ask('rejectsFile', { folder, batchId: input.batchId });
      if (path === null) throw new AppError('NOT_FOUND', `Import ${input.batchId} set no rows aside.`);
      const fileName = basename(path);
      return { downloadId: downloads.add({ path, fileName, contentType: 'text/csv; charset=utf-8' }), fileName };
    }),
  };
}

function asWritten(
  { part: _, ...profile }: ImportProfile,
  { encoding, part, headerLine }: ImportProfile,
): ImportProfile {
  return { ...profile, encoding, headerLine, ...(part === undefined ? {} : { part }) };
}
