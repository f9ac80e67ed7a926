import type { CSSProperties, ReactNode } from 'react';

interface ScrolledProps {
  /** What it holds, for who cannot see it. */
  label: string;
  className: string | undefined;
  style?: CSSProperties;
  children: ReactNode;
}

/** What scrolls within a panel, reached by keyboard. A group: the panel is the landmark, and two of one name cannot be told apart. */
export function Scrolled({ label, className, style, children }: ScrolledProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div role="group" className={className} style={style} tabIndex={0} aria-label={label}>
      {children}
    </div>
  );
}
