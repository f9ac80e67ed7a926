import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useText } from '../../../lib/language.tsx';
import { useHash } from '../../../lib/router.tsx';
import { useStatus } from '../../../lib/use-status.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Screen } from '../../../ui/screen.tsx';
import { CorrectRows } from './correct-rows.tsx';
import { batchInAddress, leaveCorrections } from './place.ts';
import { text } from './text.ts';

/** Rows that an import set aside, corrected where they stand. */
export function CorrectionsScreen() {
  const t = useText(text);
  const batchId = batchInAddress(useHash());
  const store = useStatus().data?.folder ?? '';
  if (batchId !== null) return <CorrectRows key={batchId} batchId={batchId} store={store} />;
  return (
    <Screen
      title={t.title}
      actions={
        <Button variant="default" leftSection={<IconArrowLeft size={14} aria-hidden />} onClick={leaveCorrections}>
          {t.back}
        </Button>
      }
    >
      <EmptyState title={t.nothing}>{t.nothingHint}</EmptyState>
    </Screen>
  );
}
