import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Batch } from '../../../shared/contract/schemas.ts';
import { useClient } from '../../lib/connection.tsx';
import { useText } from '../../lib/language.tsx';
import { goTo } from '../../lib/router.tsx';
import { useScope } from '../../lib/scope.tsx';
import { useStatus } from '../../lib/use-status.ts';
import { withoutDataOptions } from '../../lib/use-without-data.ts';
import { text } from './text.ts';

interface ShowImportedProps {
  batch: Batch;
  /** Whether to look at it is what comes next. */
  isNext: boolean;
  onLeave: () => void;
}

/** Goes to what an import brought, over the days that it covers: its figures, or record by record. */
export function ShowImported({ batch, isNext, onLeave }: ShowImportedProps) {
  const t = useText(text);
  const scope = useScope();
  const status = useStatus().data;
  const client = useClient();
  const queries = useQueryClient();
  const { firstDate, lastDate } = batch;
  const isAll = status?.firstDate === firstDate && status.lastDate === lastDate;
  const show = (screen: 'overview' | 'explore' | 'records') => {
    scope.clear();
    if (firstDate && lastDate) scope.setRange(isAll ? 'all' : { from: firstDate, to: lastDate });
    goTo(screen);
    onLeave();
  };
  const showFigures = useMutation({
    mutationFn: () => queries.fetchQuery(withoutDataOptions(client)),
    // The overview has nothing to tell of a store without quantities; Explore begins with what there is.
    onSuccess: ({ measures }) => show(measures.has('good') ? 'explore' : 'overview'),
    onError: () => show('overview'),
  });
  if (!firstDate || !lastDate) return null;
  return (
    <>
      <Button
        variant={isNext ? undefined : 'default'}
        loading={showFigures.isPending}
        onClick={() => showFigures.mutate()}
      >
        {t.showFigures}
      </Button>
      <Button variant="default" onClick={() => show('records')}>
        {t.showRecords}
      </Button>
    </>
  );
}
