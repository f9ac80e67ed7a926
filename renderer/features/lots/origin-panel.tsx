import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import type { LotStory } from '../../../shared/contract/lots.ts';
import { NO_DATA } from '../../lib/format.ts';
import { useFormat, useText } from '../../lib/language.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ChangeList } from '../../ui/record-origin/change-list.tsx';
import css from './lots.module.css';
import { text } from './text.ts';
import { whenOf } from './timeline-panel.tsx';

/** The orders, people and files of a lot, and what imports corrected of its records. */
export function OriginPanel({ story, onOpen }: { story: LotStory; onOpen: (id: number) => void }) {
  const t = useText(text);
  const format = useFormat();
  const { orders, crews, sources, changes, records } = story;
  const count = (n: number) => t.records(format.number(n), n === 1);
  const changed = Map.groupBy(changes, ({ recordId }) => recordId);
  return (
    <Panel title={t.origin} subtitle={t.originHint}>
      <div className={css.origins}>
        <Part title={t.orders}>
          {orders.length === 0 && <li className={css.quiet}>{t.noOrder}</li>}
          {orders.map(({ order, records: n }) => (
            <li key={order}>
              {order} <span className={css.quiet}>{count(n)}</span>
            </li>
          ))}
        </Part>
        <Part title={t.crews}>
          {crews.map(({ operator, shift, records: n }) => (
            <li key={JSON.stringify([operator, shift])}>
              {operator ?? NO_DATA} ({shift ?? NO_DATA}) <span className={css.quiet}>{count(n)}</span>
            </li>
          ))}
        </Part>
        <Part title={t.files}>
          {sources.map(({ batchId, file, records: n, firstLine, lastLine }) => (
            <li key={batchId}>
              {t.file(format.number(batchId), file ?? NO_DATA)}{' '}
              <span className={css.quiet}>
                {firstLine !== null && lastLine !== null && `${linesInWords(firstLine, lastLine)}, `}
                {count(n)}
              </span>
            </li>
          ))}
        </Part>
      </div>
      <section className={css.part}>
        <h3>{t.changes}</h3>
        {changes.length === 0 && <p className={css.quiet}>{t.unchanged}</p>}
        {[...changed].map(([id, ofRecord]) => {
          const record = records.find((each) => each.id === id);
          return (
            <div key={id}>
              {record && (
                <UnstyledButton className={css.link} onClick={() => onOpen(id)}>
                  {t.changedRecord(whenOf(record, format))}
                </UnstyledButton>
              )}
              <ChangeList changes={ofRecord} />
            </div>
          );
        })}
      </section>
    </Panel>
  );

  function linesInWords(first: number, last: number): string {
    return first === last ? t.line(format.number(first)) : t.lines(format.number(first), format.number(last));
  }
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      <ul>{children}</ul>
    </section>
  );
}
