import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Countable, type Counted, summedQuantities } from '../../shared/contract/explain.ts';
import { useClient } from '../lib/connection.tsx';
import { decimalsFor } from '../lib/format.ts';
import { useFormat, useLabels, useText } from '../lib/language.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { LoadingDim } from '../ui/loading-dim.tsx';
import { Fact, Part } from './part.tsx';
import { Statements } from './statements.tsx';
import { text } from './text.ts';
import css from './why.module.css';

/** Counts records one by one when a person asks for it, as that reads all of them; closing the drawer stops it. */
export function CountAnew({ of }: { of: Countable }) {
  const t = useText(text);
  const client = useClient();
  const [isWanted, setWanted] = useState(false);
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['explain', 'count', of],
    queryFn: ({ signal }) => client.explain.count(of, { signal }),
    enabled: isWanted,
    staleTime: 0,
    gcTime: 0,
  });
  const count = () => (isWanted ? void refetch() : setWanted(true));
  return (
    <Part title={t.inStoreNow}>
      {error && <ErrorState error={error} onRetry={count} />}
      <LoadingDim loading={isFetching} empty={!data} height={0}>
        {data && <Found of={of} counted={data} />}
      </LoadingDim>
      {!data && !error && (
        <div className={css.copy}>
          <Button variant="default" loading={isFetching} onClick={count}>
            {t.countNow}
          </Button>
          <span className={css.quiet}>{t.countHint[of.of]}</span>
        </div>
      )}
    </Part>
  );
}

function Found({ of, counted }: { of: Countable; counted: Counted }) {
  const { expected, found, files, changedBy, sums, notRead, statements, elapsedMs } = counted;
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const records = (count: number) => format.number(count);
  return (
    <>
      <p role="status" className={css.verdict} data-agrees={found === expected}>
        {t.countFound(
          records(found),
          records(expected),
          t.verdict(found, expected, records(Math.abs(found - expected))),
        )}
      </p>
      <dl className={css.facts}>
        {files.map((file) => (
          <Fact key={file.partition} name={`${file.partition}.db`}>
            {file.expected === null || file.expected === file.found
              ? records(file.found)
              : t.foundOf(records(file.found), records(file.expected))}
          </Fact>
        ))}
      </dl>
      {sums.map(({ unit, of: amounts }) => (
        <dl key={unit} className={css.facts} data-apart>
          {summedQuantities
            .filter((name) => amounts[name] !== null)
            .map((name) => (
              <Fact key={name} name={labels.measures[name]}>
                {format.number(amounts[name], decimalsFor([amounts[name]]))} {unit}
              </Fact>
            ))}
        </dl>
      ))}
      {changedBy.map((change) => (
        <p key={change.batchId} className={css.quiet}>
          {t.changedBy(records(change.records), String(change.batchId))}
        </p>
      ))}
      {notRead.length > 0 && <p className={css.quiet}>{t.notCounted(format.list(notRead))}</p>}
      {of.of === 'import' && expected === 0 && <p className={css.quiet}>{t.nothingExpected}</p>}
      <p className={css.quiet}>{t.countedIn(format.milliseconds(elapsedMs))}</p>
      <Statements statements={statements} />
    </>
  );
}
