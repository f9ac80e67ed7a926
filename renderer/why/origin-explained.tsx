import { useQuery } from '@tanstack/react-query';
import type { ExplainedOrigin, Origin } from '../../shared/contract/explain.ts';
import { type FigureUnit, figureFacts, figureSources, figures } from '../../shared/explain/figures.ts';
import { figureWords } from '../../shared/text/explain-figures.ts';
import { useClient } from '../lib/connection.tsx';
import { type Format, NO_DATA } from '../lib/format.ts';
import { useFormat, useText } from '../lib/language.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { LoadingDim } from '../ui/loading-dim.tsx';
import { CountAnew } from './count-anew.tsx';
import { Fact, Part } from './part.tsx';
import { StatementsPart } from './statements.tsx';
import { text } from './text.ts';
import css from './why.module.css';

/** What numbers are that no question gives, what they are made of, and where that is kept. */
export function OriginExplained({ why }: { why: Origin }) {
  const client = useClient();
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['explain', why],
    queryFn: ({ signal }) => client.explain.origin(why, { signal }),
    staleTime: 0,
  });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <LoadingDim loading={isFetching} empty={!data} height={320}>
      {data && <Explained why={why} explained={data} />}
    </LoadingDim>
  );
}

function Explained({ why, explained }: { why: Origin; explained: ExplainedOrigin }) {
  const { sources, facts, statements, asOf, elapsedMs } = explained;
  const t = useText(text);
  const words = useText(figureWords);
  const format = useFormat();
  const freshness = [...new Set(sources.map((source) => figureSources[source].fresh))];
  return (
    <>
      <Part title={t.formula}>
        <dl className={css.facts}>
          {explained.figures.map(({ name, value }) => (
            <div key={name} className={css.stacked}>
              <dt className={css.figure}>
                {words.figures[name].name}
                {value !== null && <span>{written(value, figures[name], format)}</span>}
              </dt>
              <dd>{words.figures[name].formula}</dd>
            </div>
          ))}
        </dl>
      </Part>
      <Part title={t.source}>
        {sources.map((source) => (
          <p key={source} className={css.sentence}>
            {words.sources[source]}
          </p>
        ))}
        <dl className={css.facts}>
          {facts.map(({ name, value }) => (
            <Fact key={name} name={words.facts[name]}>
              {written(value, figureFacts[name], format)}
            </Fact>
          ))}
        </dl>
      </Part>
      {why.of !== 'health' && <CountAnew of={why} />}
      <Part title={t.howRead}>
        <dl className={css.facts}>
          <Fact name={t.asOf}>{format.dateTime(asOf)}</Fact>
          <Fact name={t.took}>{format.milliseconds(elapsedMs)}</Fact>
        </dl>
        {freshness.map((fresh) => (
          <p key={fresh} className={css.quiet}>
            {words.freshness[fresh]}
          </p>
        ))}
        {statements.length === 0 && <p className={css.quiet}>{t.noStatement}</p>}
      </Part>
      <StatementsPart title={t.statements} statements={statements} />
    </>
  );
}

const writers: Record<FigureUnit, (value: number, format: Format) => string> = {
  count: (value, format) => format.number(value),
  bytes: (value, format) => format.bytes(value),
  milliseconds: (value, format) => format.milliseconds(value),
  share: (value, format) => format.percent(value),
  days: (value, format) => format.days(Math.floor(value)),
  instant: (value, format) => format.dateTime(new Date(value).toISOString()),
  date: (value) => String(value),
  text: (value) => String(value),
};

function written(value: number | string | null, unit: FigureUnit, format: Format): string {
  if (value === null) return NO_DATA;
  if (typeof value === 'number') return writers[unit](value, format);
  if (unit === 'instant') return format.dateTime(value);
  return unit === 'date' ? format.date(value) : value;
}
