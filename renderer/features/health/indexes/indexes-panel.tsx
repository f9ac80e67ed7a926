import { useText } from '../../../lib/language.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { LoadingDim } from '../../../ui/loading-dim.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { AdvicePanel } from './advice-panel.tsx';
import { IndexTable } from './index-table.tsx';
import { text } from './text.ts';
import { useIndexes } from './use-indexes.ts';

/** What the indexes of the store take and who uses them, and whether another one would help. */
export function IndexesPanel() {
  const t = useText(text);
  const indexes = useIndexes();
  const { data, error, isPending, refetch } = indexes.list;
  if (!data) {
    return (
      <Panel title={t.indexes}>
        {error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <LoadingDim loading={isPending} empty height={320}>
            {null}
          </LoadingDim>
        )}
      </Panel>
    );
  }
  return (
    <>
      <AdvicePanel advice={data.advice} indexes={indexes} />
      <IndexTable listed={data} indexes={indexes} />
    </>
  );
}
