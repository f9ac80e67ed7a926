import { Button } from '@mantine/core';
import type { Batch } from '../../../shared/contract/schemas.ts';
import { useText } from '../../lib/language.tsx';
import { goTo } from '../../lib/router.tsx';
import { useScope } from '../../lib/scope.tsx';
import { useStatus } from '../../lib/use-status.ts';
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
  const { firstDate, lastDate } = batch;
  if (!firstDate || !lastDate) return null;
  const isAll = status?.firstDate === firstDate && status.lastDate === lastDate;
  const show = (screen: 'overview' | 'records') => () => {
    scope.clear();
    scope.setRange(isAll ? 'all' : { from: firstDate, to: lastDate });
    goTo(screen);
    onLeave();
  };
  return (
    <>
      <Button variant={isNext ? undefined : 'default'} onClick={show('overview')}>
        {t.showFigures}
      </Button>
      <Button variant="default" onClick={show('records')}>
        {t.showRecords}
      </Button>
    </>
  );
}
