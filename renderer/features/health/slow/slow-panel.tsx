import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Health, SlowQuestion } from '../../../../shared/contract/health.ts';
import type { Settings } from '../../../../shared/contract/settings.ts';
import { explainWords } from '../../../../shared/text/explain.ts';
import { useCommands } from '../../../commands/commands.tsx';
import { NO_DATA } from '../../../lib/format.ts';
import { useFormat, useText } from '../../../lib/language.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { WhyButton } from '../../../why/why-button.tsx';
import { ShapeName } from '../responses/shape-name.tsx';
import { SortedTable } from '../table/sorted-table.tsx';
import { text } from '../text.ts';
import { SlowDrawer } from './slow-drawer.tsx';

/** What names a question that ran: no two begin at once and are alike. */
const keyOf = ({ at, shape, elapsedMs }: SlowQuestion) => `${at} ${shape} ${elapsedMs}`;

interface SlowPanelProps {
  health: Health;
  settings: Settings | undefined;
}

/** Questions that took longer than the setting, newest first, each with how it was answered. */
export function SlowPanel({ health, settings }: SlowPanelProps) {
  const t = useText(text);
  const format = useFormat();
  const words = useText(explainWords);
  const { run } = useCommands();
  // Kept as it was opened: the list goes on without it.
  const [opened, setOpened] = useState<SlowQuestion | null>(null);
  const source = ({ source: of, outcome }: SlowQuestion) => {
    if (outcome !== 'answered') return t.outcomes[outcome];
    return of ? words.source(of) : NO_DATA;
  };
  const limit = settings ? format.milliseconds(settings.slowQueryMilliseconds) : NO_DATA;
  return (
    <Panel
      title={t.slow}
      subtitle={t.slowHint(limit)}
      actions={
        <>
          <WhyButton of={t.slow} why={{ of: 'health', subject: 'slow' }} />
          <Button variant="default" onClick={() => run('file.settings')}>
            {t.slowFrom}
          </Button>
        </>
      }
    >
      {health.slow.length === 0 ? (
        <EmptyState title={t.noSlow}>{t.noSlowHint}</EmptyState>
      ) : (
        <SortedTable
          caption={t.slow}
          rows={health.slow}
          rowKey={keyOf}
          sort={{ column: 'at', ascending: false }}
          onOpen={setOpened}
          openKey={opened && keyOf(opened)}
          columns={[
            {
              key: 'shape',
              heading: t.shape,
              kind: 'words',
              sortBy: ({ shape }) => shape,
              cell: ({ shape }) => <ShapeName shape={shape} />,
            },
            {
              key: 'took',
              heading: t.ms(t.took),
              kind: 'number',
              sortBy: ({ elapsedMs }) => elapsedMs,
              cell: ({ elapsedMs }) => format.number(elapsedMs, 1),
            },
            {
              key: 'waited',
              heading: t.ms(t.waited),
              kind: 'number',
              sortBy: ({ waitMs }) => waitMs,
              cell: ({ waitMs }) => format.number(waitMs, 1),
            },
            {
              key: 'rows',
              heading: t.rows,
              kind: 'number',
              sortBy: ({ rows }) => rows,
              cell: ({ rows }) => format.number(rows),
            },
            { key: 'source', heading: t.source, kind: 'words', sortBy: source, cell: source },
            {
              key: 'at',
              heading: t.at,
              kind: 'date',
              sortBy: ({ at }) => at,
              cell: ({ at }) => format.dateTime(at),
            },
          ]}
        />
      )}
      {opened && <SlowDrawer question={opened} onClose={() => setOpened(null)} />}
    </Panel>
  );
}
