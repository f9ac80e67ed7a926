import { Button } from '@mantine/core';
import type { StoreIndex } from '../../../../shared/contract/indexes.ts';
import { indexWords, purposeOf } from '../../../../shared/text/indexes.ts';
import { useFormat, useText } from '../../../lib/language.tsx';
import { SidePanel } from '../../../ui/side-panel.tsx';
import { Part } from '../../../why/part.tsx';
import { Facts } from '../facts.tsx';
import { ShapeName } from '../responses/shape-name.tsx';
import css from './indexes.module.css';
import { text } from './text.ts';
import type { Indexes } from './use-indexes.ts';

interface IndexDrawerProps {
  index: StoreIndex;
  indexes: Indexes;
  onClose: () => void;
}

/** One index: what it is by and for, which questions go by it, and a way to take one of advice away. */
export function IndexDrawer({ index, indexes, onClose }: IndexDrawerProps) {
  const t = useText(text);
  const words = useText(indexWords);
  const format = useFormat();
  const { name, table, columns, where, origin, serves, bytes, usedBy, findings } = index;
  const facts = [
    { name: t.of, value: t.by(table, columns.join(', ')) },
    ...(where === null ? [] : [{ name: t.rows, value: where }]),
    { name: t.size, value: format.bytes(bytes) },
    { name: t.origin, value: words.origins[origin] },
    ...(serves === null ? [] : [{ name: t.needed, value: words.serves[serves] }]),
  ];
  return (
    <SidePanel title={name} onClose={onClose}>
      <Part title={t.purpose}>
        <p>{purposeOf(words, index)}</p>
        <Facts facts={facts} />
      </Part>
      {findings.length > 0 && (
        <Part title={t.finding}>
          {findings.map((finding) => (
            <p key={finding.code}>{words.finding(finding, format.dateTime)}</p>
          ))}
        </Part>
      )}
      <Part title={t.usedBy}>
        {usedBy.length === 0 ? (
          <p className={css.quiet}>{t.usedByNone}</p>
        ) : (
          <ul className={css.uses}>
            {usedBy.map(({ shape, times, lastAt }) => (
              <li key={shape}>
                <ShapeName shape={shape} />
                <span className={css.quiet}>{t.times(format.number(times), format.dateTime(lastAt))}</span>
              </li>
            ))}
          </ul>
        )}
      </Part>
      {origin === 'advised' && (
        <div className={css.away}>
          <Button
            variant="default"
            disabled={indexes.running !== undefined}
            onClick={() => {
              indexes.revert(name);
              onClose();
            }}
          >
            {t.takeAway}
          </Button>
          <p className={css.quiet}>{t.takeAwayHint}</p>
        </div>
      )}
    </SidePanel>
  );
}
