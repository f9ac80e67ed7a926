import { explainReport } from '../../../db/engine/explain/explain.ts';
import type { Answer, PartialAnswer, ServedAnswer } from '../../../shared/query/answer.ts';
import { parseReportQuery } from '../../../shared/query/report-query.ts';
import type { Followed, Served } from '../cache/kept-answers.ts';
import type { ServiceParts } from '../service-parts.ts';
import type { Implementer } from './router.ts';

export function queryHandlers(os: Implementer, { cache, engine, log }: ServiceParts) {
  const told = (seen: Followed<Answer, PartialAnswer>) => {
    if (seen.type === 'part') return { type: 'partial' as const, partial: seen.part };
    if (seen.type === 'answer') return { type: 'answer' as const, answer: inContract(seen.served) };
    const { error } = seen;
    log.warn({ error }, 'a stale answer could not be made new');
    return { type: 'failed' as const, message: error instanceof Error ? error.message : String(error) };
  };
  return {
    run: os.query.run.handler(async ({ input, signal }) => {
      return inContract(await cache.reports.get(parseReportQuery(input), { signal }));
    }),
    follow: os.query.follow.handler(async function* ({ input: { query, timeLimitSeconds }, signal }) {
      const followed = cache.reports.follow(parseReportQuery(query), { signal, timeLimitSeconds });
      for await (const seen of followed) yield told(seen);
    }),
    explain: os.query.explain.handler(async ({ input, signal }) => {
      const query = parseReportQuery(input);
      const { value, outcome } = await cache.reports.get(query, { signal, counted: false });
      const { asOf, elapsedMs, groups, plan } = value;
      return { query, cache: outcome, asOf, elapsedMs, groups, plan, ...(await explainReport(engine, query, plan)) };
    }),
  };
}

function inContract({ value, outcome }: Served<Answer>): ServedAnswer {
  return { ...value, cache: outcome };
}
