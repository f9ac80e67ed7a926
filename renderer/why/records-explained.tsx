import { useQuery } from '@tanstack/react-query';
import { formatFacts } from '../../shared/import/formats.ts';
import type { ExplainedRecords } from '../../shared/query/explained.ts';
import { explainWords } from '../../shared/text/explain.ts';
import { useClient } from '../lib/connection.tsx';
import { useFormat, useText } from '../lib/language.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { LoadingDim } from '../ui/loading-dim.tsx';
import { Asked } from './asked.tsx';
import { Fact, Part } from './part.tsx';
import { PlanTime } from './plan-time.tsx';
import { StatementsPart } from './statements.tsx';
import { text } from './text.ts';
import css from './why.module.css';
import type { RecordsWhy } from './why.ts';

/** How rows, a count or a record were found, and which line of which file a record is. */
export function RecordsExplained({ why }: { why: RecordsWhy }) {
  const t = useText(text);
  const client = useClient();
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['explain', why],
    queryFn: ({ signal }) => client.records.explain(why, { signal }),
  });
  return (
    <>
      <Part title={t.formula}>
        <p>{t.definitions[why.of]}</p>
      </Part>
      {why.of === 'page' && <Asked {...why.query} />}
      {why.of === 'search' && <Asked {...why.scope} />}
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <LoadingDim loading={isFetching} empty={!data} height={320}>
          {data && <Found explained={data} />}
        </LoadingDim>
      )}
    </>
  );
}

/** Whether a record stands in a row of a table rather than in a line of a text. */
function countsRows({ place }: NonNullable<ExplainedRecords['source']>): boolean {
  return place !== null && formatFacts[place.format].counts === 'rows';
}

function Found({ explained }: { explained: ExplainedRecords }) {
  const { way, rows, source, steps, slices, waitMs, elapsedMs, statements } = explained;
  const t = useText(text);
  const words = useText(explainWords);
  const format = useFormat();
  return (
    <>
      {source && (
        <Part title={t.source}>
          <dl className={css.facts}>
            <Fact name={t.sourceFile}>{source.file ?? t.notRecorded}</Fact>
            {source.place?.part && <Fact name={t.sourceTable}>{source.place.part}</Fact>}
            {source.line !== null && <Fact name={countsRows(source) ? t.sourceRow : t.sourceLine}>{source.line}</Fact>}
            {source.batchId !== null && <Fact name={t.batch}>{source.batchId}</Fact>}
            <Fact name={t.partition}>{source.partition}</Fact>
          </dl>
        </Part>
      )}
      <Part title={t.how}>
        <dl className={css.facts}>
          {rows !== null && source === null && <Fact name={t.found}>{format.number(rows)}</Fact>}
          <Fact name={t.took}>{format.milliseconds(elapsedMs)}</Fact>
        </dl>
        <p>{words.ways[way]}</p>
      </Part>
      <PlanTime steps={steps} slices={slices} waitMs={waitMs} recordsRead={0} />
      <StatementsPart title={t.statementsOf} statements={statements} />
    </>
  );
}
