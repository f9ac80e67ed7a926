import { type ReactNode, useId } from 'react';
import css from './panel.module.css';

interface PanelProps {
  /** The question that the panel answers. */
  title: string;
  /** Its unit and range. */
  subtitle?: ReactNode;
  /** Small controls at the right of the title. */
  actions?: ReactNode;
  /** Of the twelve columns, at full width. */
  columns?: number;
  children: ReactNode;
}

/** A titled surface on the grid of a screen; a region for assistive technology. */
export function Panel({ title, subtitle, actions, columns = 12, children }: PanelProps) {
  const id = useId();
  return (
    <section className={css.panel} data-columns={columns} aria-labelledby={id}>
      <header className={css.head}>
        <div className={css.words}>
          <h2 id={id} className={css.title}>
            {title}
          </h2>
          {subtitle && <p className={css.subtitle}>{subtitle}</p>}
        </div>
        {actions && <div className={css.actions}>{actions}</div>}
      </header>
      <div className={css.body}>{children}</div>
    </section>
  );
}
