import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../lib/connection.tsx';
import { useText } from '../../lib/language.tsx';
import { ErrorState } from '../error-state.tsx';
import { ChangeList } from './change-list.tsx';
import css from './changes.module.css';
import { SourceLinePart } from './source-line-part.tsx';
import { text } from './text.ts';

/** The line of the file that a record came from, what was corrected in it, and what imports changed since. */
export function RecordOrigin({ id }: { id: number }) {
  const t = useText(text);
  const client = useClient();
  const history = useQuery({
    queryKey: ['record-history', id],
    queryFn: ({ signal }) => client.records.history({ id }, { signal }),
  });
  if (history.isError) return <ErrorState error={history.error} onRetry={() => void history.refetch()} />;
  const { correction = null, changes = [] } = history.data ?? {};
  return (
    <>
      {correction !== null && (
        <ul className={css.corrections}>
          {correction.length === 0 && <li>{t.correctedNothing}</li>}
          {correction.map(({ column, before, after }) => (
            <li key={column}>{t.corrected(column, before, after)}</li>
          ))}
        </ul>
      )}
      <SourceLinePart id={id} />
      {changes.length > 0 && <ChangeList changes={changes} />}
    </>
  );
}
