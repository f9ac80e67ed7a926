import { useState } from 'react';
import type { StoreIndex, StoreIndexes } from '../../../../shared/contract/indexes.ts';
import { indexWords, purposeOf } from '../../../../shared/text/indexes.ts';
import { NO_DATA } from '../../../lib/format.ts';
import { useFormat, useText } from '../../../lib/language.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { WhyButton } from '../../../why/why-button.tsx';
import { SortedTable } from '../table/sorted-table.tsx';
import { IndexDrawer } from './index-drawer.tsx';
import { text } from './text.ts';
import type { Indexes } from './use-indexes.ts';

interface IndexTableProps {
  listed: StoreIndexes;
  indexes: Indexes;
}

const questionsOf = ({ usedBy }: StoreIndex) => usedBy.reduce((sum, { times }) => sum + times, 0);
const lastOf = ({ usedBy }: StoreIndex) =>
  usedBy
    .map(({ lastAt }) => lastAt)
    .sort()
    .at(-1) ?? null;

/** Every index with its size over all files, how many questions went by it, and what is to be looked at. */
export function IndexTable({ listed, indexes }: IndexTableProps) {
  const t = useText(text);
  const words = useText(indexWords);
  const format = useFormat();
  const [opened, setOpened] = useState<string | null>(null);
  const open = listed.indexes.find(({ name }) => name === opened);
  const findings = (index: StoreIndex) => index.findings.map((each) => words.finding(each, format.dateTime)).join(' ');
  const bytes = listed.indexes.reduce((sum, index) => sum + index.bytes, 0);
  return (
    <Panel
      title={t.indexes}
      subtitle={t.indexesHint(format.dateTime(listed.since))}
      actions={<WhyButton of={t.indexes} why={{ of: 'health', subject: 'indexes' }} />}
    >
      <SortedTable
        caption={t.indexes}
        rows={listed.indexes}
        rowKey={({ name }) => name}
        sort={{ column: 'size', ascending: false }}
        onOpen={({ name }) => setOpened(name)}
        openKey={opened}
        columns={[
          { key: 'name', heading: t.name, kind: 'name', sortBy: ({ name }) => name, cell: ({ name }) => name },
          {
            key: 'size',
            heading: t.size,
            kind: 'number',
            sortBy: (index) => index.bytes,
            cell: (index) => format.bytes(index.bytes),
          },
          {
            key: 'questions',
            heading: t.questions,
            hint: t.questionsHint,
            kind: 'number',
            sortBy: questionsOf,
            cell: (index) => format.number(questionsOf(index)),
          },
          {
            key: 'last',
            heading: t.last,
            kind: 'date',
            sortBy: lastOf,
            cell: (index) => format.dateTime(lastOf(index)),
          },
          {
            key: 'purpose',
            heading: t.purpose,
            kind: 'words',
            sortBy: (index) => purposeOf(words, index),
            cell: (index) => <span title={purposeOf(words, index)}>{purposeOf(words, index)}</span>,
          },
          {
            key: 'finding',
            heading: t.finding,
            kind: 'words',
            sortBy: findings,
            cell: (index) => <span title={findings(index)}>{findings(index) || NO_DATA}</span>,
          },
        ]}
        foot={
          <tr>
            <th scope="row">{t.allIndexes}</th>
            <td data-kind="number">{format.bytes(bytes)}</td>
            <td colSpan={4} />
          </tr>
        }
      />
      {open && <IndexDrawer index={open} indexes={indexes} onClose={() => setOpened(null)} />}
    </Panel>
  );
}
