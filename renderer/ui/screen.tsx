import { type ReactNode, useEffect } from 'react';
import css from './screen.module.css';

interface ScreenProps {
  title: string;
  /** What the screen shows now, in a few words beside the title. */
  subtitle?: ReactNode;
  /** Buttons at the right of the title. */
  actions?: ReactNode;
  /** The content fills the height and scrolls by itself (a grid) instead of the whole screen scrolling. */
  fill?: boolean;
  children: ReactNode;
}

/** The frame of a screen: its title, its actions and its content on a grid of twelve columns. */
export function Screen({ title, subtitle, actions, fill = false, children }: ScreenProps) {
  useEffect(() => {
    document.title = `${title} · Throughline`;
  }, [title]);
  return (
    <div className={css.screen} data-fill={fill}>
      <header className={css.head}>
        <h1 className={css.title}>{title}</h1>
        <div className={css.subtitle}>{subtitle}</div>
        {actions && <div className={css.actions}>{actions}</div>}
      </header>
      <div className={css.content}>{children}</div>
    </div>
  );
}
