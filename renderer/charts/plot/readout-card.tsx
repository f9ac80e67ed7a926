import type { CSSProperties, ReactNode } from 'react';
import css from './readout-card.module.css';

/** Between a point and its card, px. */
const GAP = 12;

interface ReadoutCardProps {
  /** What the place is called. */
  title: ReactNode;
  /** Quieter, below it. */
  note?: ReactNode;
  /** Where it floats over a chart that tells the same in words; absent where Recharts places it, and it is read out itself. */
  at?: CSSProperties;
  children?: ReactNode;
}

/** The numbers at a place of a chart, for who points at it. */
export function ReadoutCard({ title, note, at, children }: ReadoutCardProps) {
  const heard = at ? { 'aria-hidden': true } : { 'aria-live': 'polite' as const };
  return (
    <div className={css.card} data-floating={at !== undefined} style={at} {...heard}>
      <p className={css.title}>{title}</p>
      {note && <p className={css.note}>{note}</p>}
      {children}
    </div>
  );
}

/** The numbers of a card, aligned. */
export function ReadoutTable({ children }: { children: ReactNode }) {
  return <table className={css.table}>{children}</table>;
}

/** Beside a point of a chart that is so many pixels wide, on the side where there is room. */
export function besidePoint(point: { left: number; top: number }, width: number): CSSProperties {
  const { left, top } = point;
  return { top, ...(left > width / 2 ? { right: width - left + GAP } : { left: left + GAP }) };
}
