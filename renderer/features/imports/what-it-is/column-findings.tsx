import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Recognition } from '../../../../shared/import/recognition.ts';
import { recognitionText } from '../../../../shared/import/recognition-text.ts';
import { useFormat, useText } from '../../../lib/language.tsx';
import { useColumnNames } from '../use-column-names.ts';
import { Confidence } from './finding-note.tsx';
import { text } from './text.ts';
import css from './what-it-is.module.css';

/** What each column holds; those that are not sure stand alone until all are asked for. */
export function ColumnFindings({ columns }: { columns: Recognition['columns'] }) {
  const t = useText(text);
  const words = useText(recognitionText);
  const format = useFormat();
  const names = useColumnNames();
  const [isOpen, setOpen] = useState(false);
  const unsure = columns.filter(({ finding }) => finding.confidence !== 'sure');
  const shown = isOpen ? columns : unsure;
  return (
    <div className={css.columns}>
      <p className={css.summary}>
        {t.columnsFound(
          format.number(columns.length),
          format.number(columns.length - unsure.length),
          unsure.length === 0,
        )}
        <Button variant="subtle" size="compact-xs" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? t.fewerColumns : t.allColumns}
        </Button>
      </p>
      {shown.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
        <div className={css.scroll} tabIndex={0}>
          <table className={css.table}>
            <thead>
              <tr>
                <th>{t.column}</th>
                <th>{t.holds}</th>
                <th>{t.confidence}</th>
                <th>{t.reason}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ name, kind, finding }) => (
                <tr key={name}>
                  <th scope="row">{names.shown(name)}</th>
                  <td>{words.columnKinds[kind]}</td>
                  <td>
                    <Confidence confidence={finding.confidence} />
                  </td>
                  <td className={css.quiet}>{words.reasons[finding.reason](finding.of)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
