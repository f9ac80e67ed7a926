import { ActionIcon, Tooltip } from '@mantine/core';
import { IconLockOpen } from '@tabler/icons-react';
import type { StoreStatus } from '../../../shared/contract/schemas.ts';
import { useFormat, useText } from '../../lib/language.tsx';
import { Panel } from '../../ui/panel.tsx';
import { WhyButton } from '../../why/why-button.tsx';
import css from './maintenance.module.css';
import { text } from './text.ts';

interface PartitionsTableProps {
  store: StoreStatus;
  onReopen: (archive: StoreStatus['partitions'][number]) => void;
}

/** The files of the store with their dates, records and sizes. */
export function PartitionsTable({ store, onReopen }: PartitionsTableProps) {
  const t = useText(text);
  const format = useFormat();
  const free = store.partitions.reduce((sum, partition) => sum + partition.freeBytes, 0);
  const dates = (first: string | null, last: string | null) =>
    first && last ? format.dateRange(first, last) : format.date(null);
  return (
    <Panel title={t.partitions} subtitle={t.partitionsHint}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
      <div className={css.scroll} tabIndex={0}>
        <table className={css.table}>
          <thead>
            <tr>
              <th>{t.name}</th>
              <th>{t.dates}</th>
              <th className={css.number}>{t.records}</th>
              <th className={css.number}>{t.size}</th>
              <th className={css.number} title={t.freeHint}>
                {t.free}
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {store.partitions.map((partition) => (
              <tr key={partition.name}>
                <th scope="row" title={partition.file}>
                  {partition.name}.db
                  <span className={css.kind}>
                    {partition.setAside !== null ? t.setAside : partition.kind === 'live' ? t.live : t.sealed}
                  </span>
                  {partition.kind === 'archive' && partition.setAside === null && (
                    <Tooltip label={t.reopen(partition.name)}>
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        size="sm"
                        aria-label={t.reopen(partition.name)}
                        onClick={() => onReopen(partition)}
                      >
                        <IconLockOpen size={14} />
                      </ActionIcon>
                    </Tooltip>
                  )}
                  {partition.setAside !== null && (
                    <p className={css.because} lang="en">
                      {partition.setAside}
                    </p>
                  )}
                </th>
                <td>{dates(partition.firstDate, partition.lastDate)}</td>
                <td className={css.number}>{format.number(partition.records)}</td>
                <td className={css.number}>{format.bytes(partition.bytes)}</td>
                <td className={css.number}>{format.bytes(partition.freeBytes)}</td>
                <td className={css.why}>
                  <WhyButton of={`${partition.name}.db`} why={{ of: 'file', partition: partition.name }} />
                </td>
              </tr>
            ))}
          </tbody>
          {store.partitions.length > 1 && (
            <tfoot>
              <tr>
                <th scope="row">{t.total}</th>
                <td>{dates(store.firstDate, store.lastDate)}</td>
                <td className={css.number}>{format.number(store.records)}</td>
                <td className={css.number}>{format.bytes(store.bytes)}</td>
                <td className={css.number}>{format.bytes(free)}</td>
                <td className={css.why}>
                  <WhyButton of={t.total} why={{ of: 'file', partition: null }} />
                </td>
              </tr>
            </tfoot>
          )}
        </table>
      </div>
    </Panel>
  );
}
