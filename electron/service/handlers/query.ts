import { explainReport } from '../../../db/engine/explain.ts';
import { parseReportQuery } from '../../../shared/query/report-query.ts';
import type { Asker } from '../answer-cache.ts';
import { followWork } from '../follow-work.ts';
import type { ServiceParts } from '../service.ts';
import type { Implementer } from './router.ts';

export function queryHandlers(os: Implementer, { answers, engine }: ServiceParts) {
  return {
    run: os.query.run.handler(({ input, signal }) => answers.get(parseReportQuery(input), { signal })),
    follow: os.query.follow.handler(async function* ({ input: { query, timeLimitSeconds }, signal }) {
      const parsed = parseReportQuery(query);
      const seen = followWork(signal, (asker: Asker) => answers.get(parsed, { ...asker, timeLimitSeconds }));
      for await (const each of seen) {
        yield each.type === 'part' ? { type: 'partial', partial: each.part } : { type: 'answer', answer: each.result };
      }
    }),
    explain: os.query.explain.handler(async ({ input, signal }) => {
      const query = parseReportQuery(input);
      const { cache, asOf, elapsedMs, groups, plan } = await answers.get(query, { signal });
      return { query, cache, asOf, elapsedMs, groups, plan, ...(await explainReport(engine, query, plan)) };
    }),
  };
}
