import type { CacheMetrics } from '../../../../shared/contract/health.ts';
import { ShareBar } from '../../../charts/share-bar/share-bar.tsx';
import { useFormat, useText } from '../../../lib/language.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { WhyButton } from '../../../why/why-button.tsx';
import { Facts } from '../facts.tsx';
import { text } from '../text.ts';
import { DropAnswers } from './drop-answers.tsx';

/** How much of the room for answers is taken, and what became of them. */
export function RoomPanel({ cache }: { cache: CacheMetrics }) {
  const t = useText(text);
  const format = useFormat();
  return (
    <Panel
      title={t.room}
      subtitle={t.roomOf(format.bytes(cache.bytes), format.bytes(cache.mostBytes))}
      columns={4}
      actions={<WhyButton of={t.room} why={{ of: 'health', subject: 'room' }} />}
    >
      <ShareBar parts={[{ key: 'taken', value: cache.bytes, tone: 'full' }]} whole={cache.mostBytes} isLimited />
      <Facts
        facts={[
          { name: t.entries, value: format.number(cache.entries) },
          { name: t.warmed, value: format.number(cache.warmed), hint: t.warmedHint },
          { name: t.refreshes, value: format.number(cache.refreshes) },
          { name: t.failures, value: format.number(cache.failures) },
          { name: t.evictions, value: format.number(cache.evictions), hint: t.evictionsHint },
        ]}
      />
      <DropAnswers />
    </Panel>
  );
}
