import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { SourceLine } from '../../../shared/query/changes.ts';
import { useClient, usePlatform } from '../../lib/connection.tsx';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { ErrorState } from '../error-state.tsx';
import { Told } from '../told.tsx';
import css from './changes.module.css';
import { text } from './text.ts';

/** Opens the line of the file that a record came from; of a file that is not at hand a person chooses it. */
export function SourceLinePart({ id }: { id: number }) {
  const t = useText(text);
  const client = useClient();
  const platform = usePlatform();
  const show = useMutation({
    mutationFn: (fileId: string | null) => client.records.source({ id, ...(fileId !== null && { fileId }) }),
  });
  const choose = useMutation({
    mutationFn: () => platform.chooseFiles(),
    onSuccess: ([file]) => file && show.mutate(file.fileId),
  });
  const { data } = show;
  const isMissed = data !== undefined && data.state !== 'asImported';
  return (
    <div className={css.source}>
      {data && <Line source={data} />}
      {(show.error ?? choose.error) && (
        <ErrorState error={show.error ?? choose.error} onRetry={() => show.mutate(null)} />
      )}
      {!data && (
        <Button variant="default" size="xs" loading={show.isPending} onClick={() => show.mutate(null)}>
          {t.showLine}
        </Button>
      )}
      {isMissed && (
        <Button
          variant="default"
          size="xs"
          loading={choose.isPending || show.isPending}
          onClick={() => choose.mutate()}
        >
          {t.chooseFile}
        </Button>
      )}
    </div>
  );
}

function Line({ source: { state, file, line, path, message, cells, readFrom } }: { source: SourceLine }) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  return (
    <div role="status">
      <p className={css.quiet} title={path ?? undefined}>
        {t.states[state](file, format.number(line))} {message && <Told message={message} />}
      </p>
      {cells.length > 0 && (
        <dl className={css.cells}>
          {cells.map(({ column, text: cell }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: cells stay where they stand in the line
            <div key={at}>
              <dt>{column}</dt>
              <dd>{cell}</dd>
            </div>
          ))}
        </dl>
      )}
      {cells.length === 0 && readFrom.length > 0 && (
        <section aria-label={t.readFrom}>
          <p className={css.quiet}>{t.readFrom}</p>
          <dl className={css.cells}>
            {readFrom.map(({ field, columns }) => (
              <div key={field}>
                <dt>{labels.fields[field]}</dt>
                <dd>{columns.length > 0 ? columns.join(' + ') : t.sameInEvery}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </div>
  );
}
