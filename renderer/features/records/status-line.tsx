import type { ReactNode } from 'react';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { decimalsNeeded } from '../../lib/precision.ts';
import { type ChosenFigures, figuresOf } from './chosen-figures.ts';
import css from './records.module.css';
import type { Chosen } from './records-grid.tsx';
import { text } from './text.ts';
import { MOST_CHOSEN, useChosenRecords } from './use-chosen-records.ts';
import type { RecordPages } from './use-record-pages.ts';

interface StatusLineProps {
  pages: RecordPages;
  chosen: Chosen;
  /** What is to be known of the grid beside. */
  children: ReactNode;
}

/** Below the grid: what the chosen cells come to, and what is to be known of what is shown. */
export function StatusLine({ pages, chosen, children }: StatusLineProps) {
  const t = useText(text);
  return (
    <div className={css.status}>
      <div className={css.figures} role="status" aria-label={t.chosenLabel}>
        <ChosenCells pages={pages} chosen={chosen} />
      </div>
      <div className={css.notes}>{children}</div>
    </div>
  );
}

function ChosenCells({ pages, chosen }: Pick<StatusLineProps, 'pages' | 'chosen'>) {
  const t = useText(text);
  const format = useFormat();
  const { firstRow, lastRow, columns } = chosen;
  const isOne = firstRow === lastRow && columns.length === 1;
  const records = useChosenRecords(pages, isOne ? -1 : firstRow, isOne ? -1 : lastRow);
  if (isOne || firstRow < 0) return <span className={css.quiet}>{t.chosenNone}</span>;
  const rows = lastRow - firstRow + 1;
  const size = <strong>{t.chosenRecords(format.number(rows), rows === 1)}</strong>;
  if (records === 'tooMany') {
    return (
      <>
        {size} <span className={css.quiet}>{t.tooManyToAdd(format.number(MOST_CHOSEN))}</span>
      </>
    );
  }
  if (records === null) {
    return (
      <>
        {size} <span className={css.quiet}>{t.addingUp}</span>
      </>
    );
  }
  const figures = figuresOf(
    records,
    columns.map(({ column }) => column),
  );
  return (
    <>
      {size}
      <Figures figures={figures} records={records.length} />
    </>
  );
}

function Figures({ figures, records }: { figures: ChosenFigures; records: number }) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const plain = (value: number) => format.number(value, decimalsNeeded([value]));
  const { column, measures, different, isMixed } = figures;
  const parts: [string, string][] = column
    ? [
        ...(column.sum === null ? [] : [[t.sum, plain(column.sum)] as [string, string]]),
        [t.mean, plain(column.mean)],
        [t.least, plain(column.least)],
        [t.most, plain(column.most)],
        ...(column.recorded < records
          ? [[t.recordedOf, `${format.number(column.recorded)} / ${format.number(records)}`] as [string, string]]
          : []),
      ]
    : measures.map(({ measure, value }) => [
        labels.measures[measure],
        measure === 'yield' || measure === 'planAttainment' ? format.percent(value) : plain(value),
      ]);
  if (different !== null) parts.push([t.different, format.number(different)]);
  return (
    <>
      {parts.map(([name, value]) => (
        <span key={name} className={css.figure}>
          <span className={css.quiet}>{name}</span> {value}
        </span>
      ))}
      {isMixed && <span className={css.quiet}>{t.mixedUnits}</span>}
    </>
  );
}
