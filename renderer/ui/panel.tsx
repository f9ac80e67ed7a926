import { createContext, type ReactNode, use, useId } from 'react';
import type { Report } from '../lib/use-report.ts';
import css from './panel.module.css';
import { ReadingLine, ReadingNote } from './reading-note.tsx';

/** What the place of a panel adds to it, as a tile of a dashboard does. The panel then fills its place and scrolls in it. */
export interface PanelPlace {
  /** In place of the panel's own. */
  title: string | null;
  /** After the subtitle. */
  note: ReactNode;
  /** After the panel's own buttons. */
  actions: ReactNode;
  /** Nothing in it can be used for now, so that it has no buttons. */
  isStill: boolean;
}

export const PanelPlaceContext = createContext<PanelPlace | null>(null);

interface PanelProps {
  /** The question that the panel answers. */
  title: string;
  /** Its unit and range. */
  subtitle?: ReactNode;
  /** Small controls at the right of the title. */
  actions?: ReactNode;
  /** Of the twelve columns, at full width. */
  columns?: number;
  /** The question's answer, for telling how far it is read. */
  report?: Pick<Report, 'reading' | 'readToTheEnd'>;
  children: ReactNode;
}

/** A titled surface on the grid of a screen; a region for assistive technology. */
export function Panel({ title, subtitle, actions, columns = 12, report, children }: PanelProps) {
  const id = useId();
  const place = use(PanelPlaceContext);
  return (
    <section className={css.panel} data-columns={columns} data-placed={place !== null} aria-labelledby={id}>
      {report && <ReadingLine report={report} />}
      <header className={css.head}>
        <div className={css.words}>
          <h2 id={id} className={css.title}>
            {place?.title ?? title}
          </h2>
          {/* Both are laid out, so that the panel is as high with the one as with the other. */}
          <div className={css.subtitle}>
            <p data-hidden={report?.reading != null} data-picture="subtitle">
              {subtitle}
              {place?.note}
            </p>
            {report && <ReadingNote report={report} subject={title} />}
          </div>
        </div>
        {(actions || place) && !place?.isStill && (
          <div className={css.actions}>
            {actions}
            {place?.actions}
          </div>
        )}
      </header>
      <div className={css.body} data-picture="body">
        {children}
      </div>
    </section>
  );
}
