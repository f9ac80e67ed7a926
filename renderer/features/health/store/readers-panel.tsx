import type { ReaderMetrics } from '../../../../shared/contract/health.ts';
import { useFormat, useText } from '../../../lib/language.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { WhyButton } from '../../../why/why-button.tsx';
import { Facts } from '../facts.tsx';
import { text } from '../text.ts';

/** Whether there are readers enough: how many work, and how long questions waited for one. */
export function ReadersPanel({ readers }: { readers: ReaderMetrics | null }) {
  const t = useText(text);
  const format = useFormat();
  return (
    <Panel
      title={t.readers}
      subtitle={t.readersHint}
      columns={6}
      actions={<WhyButton of={t.readers} why={{ of: 'health', subject: 'readers' }} />}
    >
      {readers === null ? (
        <EmptyState title={t.onlyOwner} />
      ) : (
        <Facts
          facts={[
            { name: t.inUse, value: t.figures.readersInUse(format.number(readers.inUse), format.number(readers.size)) },
            { name: t.queued, value: format.number(readers.queued) },
            { name: t.longestWait, value: format.milliseconds(readers.longestWaitMs) },
            { name: t.respawns, value: format.number(readers.respawns), hint: t.respawnsHint },
          ]}
        />
      )}
    </Panel>
  );
}
