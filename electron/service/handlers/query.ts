import { parseReportQuery } from '../../../shared/query/report-query.ts';
import type { ServiceParts } from '../service.ts';
import type { Implementer } from './router.ts';

export function queryHandlers(os: Implementer, { answers }: ServiceParts) {
  return {
    run: os.query.run.handler(({ input, signal }) => answers.get(parseReportQuery(input), signal)),
  };
}
