import type { GateDecisions } from '../../../shared/import/gate.ts';
import { gateRules } from '../gate-rules.ts';
import type { ServiceParts } from '../service-parts.ts';
import type { Implementer } from './router.ts';

export function correctionHandlers(os: Implementer, { engine, files, settings, storeJobs }: ServiceParts) {
  const { folder } = engine;
  const gate = (decisions: GateDecisions) => gateRules(settings.settings, {}, decisions);
  return {
    view: os.corrections.view.handler(({ input }) => engine.ask('corrections', { folder, ...input })),
    start: os.corrections.start.handler(async ({ input: { batchId, steps, decisions } }) => {
      const { file } = await engine.ask('corrections', {
        folder,
        batchId,
        steps: [],
        filter: { of: 'all' },
        offset: 0,
        limit: 0,
      });
      return { jobId: storeJobs.correct({ batchId, steps, gate: gate(decisions) }, file) };
    }),
    startFromFile: os.corrections.startFromFile.handler(async ({ input: { batchId, fileId, decisions } }) => {
      const { path, name } = files.get(fileId);
      const { steps, unknown } = await engine.ask('stepsFromFile', { folder, batchId, path });
      await files.release(fileId);
      return {
        jobId: storeJobs.correct({ batchId, steps, gate: gate(decisions) }, name),
        changed: steps.length,
        unknown,
      };
    }),
  };
}
