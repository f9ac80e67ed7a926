import { Button } from '@mantine/core';
import type { Batch } from '../../../shared/contract/schemas.ts';
import { useText } from '../../lib/language.tsx';
import { goTo } from '../../lib/router.tsx';
import { useScope } from '../../lib/scope.tsx';
import { text } from './text.ts';

/** Goes to the records of the days an import covers. */
export function ShowRecords({ batch, onLeave }: { batch: Batch; onLeave: () => void }) {
  const t = useText(text);
  const scope = useScope();
  const { firstDate, lastDate } = batch;
  if (!firstDate || !lastDate) return null;
  return (
    <Button
      variant="default"
      onClick={() => {
        scope.clear();
        scope.setRange({ from: firstDate, to: lastDate });
        goTo('records');
        onLeave();
      }}
    >
      {t.showRecords}
    </Button>
  );
}
