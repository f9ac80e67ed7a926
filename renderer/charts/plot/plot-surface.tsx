import type { MouseEvent, ReactNode } from 'react';
import type { MarkAt } from './plot.ts';
import css from './plot-surface.module.css';
import type { Marks } from './use-marks.ts';

interface PlotSurfaceProps {
  /** What the chart shows and by which keys it is gone through, for those who do not see it. */
  label: string;
  width: number;
  height: number;
  marks: Marks;
  /** The mark below the pointer. */
  markAt: (event: MouseEvent) => MarkAt | null;
  /** Whether a click does something where the pointer is. */
  isActionable?: boolean;
  children: ReactNode;
}

/** What a chart is drawn on: its marks are looked at by pointer or arrow keys, and one of them is asked for more. */
export function PlotSurface({ label, width, height, marks, markAt, isActionable = true, children }: PlotSurfaceProps) {
  return (
    <svg
      role="application"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: its marks are gone through by arrow keys
      tabIndex={0}
      width={width}
      height={height}
      className={css.surface}
      data-actionable={isActionable}
      onPointerMove={(event) => marks.point(markAt(event))}
      onPointerLeave={marks.leave}
      onPointerDown={(event) => event.button === 0 && marks.press(markAt(event)?.place ?? 0)}
      onPointerUp={(event) => event.button === 0 && marks.release(markAt(event))}
      onContextMenu={(event) => marks.onContextMenu(event, markAt(event))}
      onKeyDown={marks.onKeyDown}
      onBlur={marks.onBlur}
    >
      {children}
    </svg>
  );
}
