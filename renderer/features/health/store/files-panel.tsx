import type { StoreHealth } from '../../../../shared/contract/health.ts';
import { ShareBar, ShareLegend } from '../../../charts/share-bar/share-bar.tsx';
import { useFormat, useText } from '../../../lib/language.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { WhyButton } from '../../../why/why-button.tsx';
import { growthWords } from '../figures/figure-words.ts';
import { SortedTable } from '../table/sorted-table.tsx';
import { text } from '../text.ts';

/** The files of the store, how large each is and how much of it is free. */
export function FilesPanel({ store }: { store: StoreHealth }) {
  const t = useText(text);
  const format = useFormat();
  const largest = Math.max(...store.partitions.map(({ bytes }) => bytes));
  const sum = (key: 'records' | 'freeBytes' | 'bytes') =>
    store.partitions.reduce((total, partition) => total + partition[key], 0);
  const aRecord = sum('records') === 0 ? null : Math.round(sum('bytes') / sum('records'));
  return (
    <Panel
      title={t.store}
      subtitle={t.storeHint(format.number(aRecord), growthWords(store, t.figures, format))}
      actions={<WhyButton of={t.store} why={{ of: 'file', partition: null }} />}
    >
      <SortedTable
        caption={t.store}
        rows={store.partitions}
        rowKey={({ name }) => name}
        sort={{ column: 'size', ascending: false }}
        columns={[
          {
            key: 'name',
            heading: t.file,
            kind: 'name',
            sortBy: ({ name }) => name,
            cell: ({ name }) => `${name}.db`,
          },
          {
            key: 'bar',
            heading: '',
            kind: 'bar',
            sortBy: null,
            cell: ({ bytes, freeBytes }) => (
              <ShareBar
                parts={[
                  { key: 'used', value: bytes - freeBytes, tone: 'full' },
                  { key: 'free', value: freeBytes, tone: 'half' },
                ]}
                whole={largest}
              />
            ),
          },
          {
            key: 'records',
            heading: t.records,
            kind: 'number',
            sortBy: ({ records }) => records,
            cell: ({ records }) => format.number(records),
          },
          {
            key: 'size',
            heading: t.size,
            kind: 'number',
            sortBy: ({ bytes }) => bytes,
            cell: ({ bytes }) => format.bytes(bytes),
          },
          {
            key: 'free',
            heading: t.free,
            hint: t.freeHint,
            kind: 'number',
            sortBy: ({ freeBytes }) => freeBytes,
            cell: ({ freeBytes }) => format.bytes(freeBytes),
          },
        ]}
        foot={
          <tr>
            <th scope="row">{t.allFiles}</th>
            <td />
            <td data-kind="number">{format.number(sum('records'))}</td>
            <td data-kind="number">{format.bytes(sum('bytes'))}</td>
            <td data-kind="number">{format.bytes(sum('freeBytes'))}</td>
          </tr>
        }
      />
      <ShareLegend
        parts={[
          { key: 'used', tone: 'full', label: t.used },
          { key: 'free', tone: 'half', label: t.free },
        ]}
      />
    </Panel>
  );
}
