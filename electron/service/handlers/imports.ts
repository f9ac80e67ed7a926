import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { KeptProfile } from '../../../shared/contract/profiles.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { gateRules } from '../gate-rules.ts';
import { readAsKnown } from '../profiles/known-reading.ts';
import type { ServiceParts } from '../service-parts.ts';
import type { Implementer } from './router.ts';

export function importHandlers(os: Implementer, { engine, files, downloads, storeJobs, settings }: ServiceParts) {
  const { folder } = engine;
  const findBatch = async (batchId: number) => {
    const batch = (await engine.ask('batches', folder)).find((candidate) => candidate.batchId === batchId);
    if (!batch) throw new AppError('NOT_FOUND', `There is no import ${batchId}. Nothing was changed.`);
    return batch;
  };
  const secondOf = (fileId: string | undefined) => {
    if (fileId === undefined) return {};
    const { path, name } = files.get(fileId);
    return { second: { path, name } };
  };
  return {
    inspect: os.imports.inspect.handler(async ({ input }) => {
      const { fileId, secondFileId, profileId, ...choice } = input;
      const { path, name } = files.get(fileId);
      const choose = (all: readonly KeptProfile[], same: readonly KeptProfile[]) => {
        if (profileId === undefined) return same[0] ?? null;
        return all.find(({ id }) => id === profileId) ?? null;
      };
      const wish = { path, name, choice, choose, ...secondOf(secondFileId) };
      const { found, same, kept, profile, preview } = await readAsKnown(engine, wish);
      return {
        fileName: name,
        bytes: (await stat(path)).size,
        profile,
        remembered: kept !== null,
        profileId: kept?.id ?? null,
        profiles: same.map(({ id, name: label, usedAt }) => ({ id, name: label, usedAt })),
        preview,
        parts: found.parts,
        recognised: found.recognised,
        findings: kept === null ? found.findings : [],
        second: found.second,
      };
    }),
    preview: os.imports.preview.handler(({ input }) => {
      const { path, name } = files.get(input.fileId);
      return engine.ask('preview', { path, name, profile: input.profile, ...secondOf(input.secondFileId) });
    }),
    start: os.imports.start.handler(({ input }) => {
      const { path, name, watched } = files.get(input.fileId);
      const { profile, decisions } = input;
      const gate = gateRules(settings.settings, profile, decisions);
      const file = { path, name, profile, gate, ...(watched && { claim: watched.claim }) };
      const imported = async () => {
        await files.imported(input.fileId);
        if (input.secondFileId !== undefined) await files.release(input.secondFileId);
      };
      return { jobId: storeJobs.import({ ...file, ...secondOf(input.secondFileId) }, imported) };
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
