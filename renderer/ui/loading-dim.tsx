import type { ReactNode } from 'react';
import { useLate } from '../lib/use-late.ts';
import css from './state.module.css';

interface LoadingDimProps {
  /** Something newer is on its way. */
  loading: boolean;
  /** There is nothing to show yet, so that a skeleton takes the place. */
  empty: boolean;
  /** Height of the skeleton, the final size of the content: pixels or a CSS length. */
  height: number | string;
  children: ReactNode;
}

/** Waiting that does not flicker: nothing for 150 ms, then the old content dims, or a skeleton of the final size stands in. */
export function LoadingDim({ loading, empty, height, children }: LoadingDimProps) {
  const late = useLate(loading);
  if (empty) {
    return (
      <div style={{ height }} aria-busy={loading}>
        {late && <div className={css.skeleton} style={{ height }} />}
      </div>
    );
  }
  return (
    <div className={css.dim} data-dimmed={late} aria-busy={loading}>
      {children}
    </div>
  );
}
