import { createContext, type ReactNode, useState } from 'react';
import type { Why } from './why.ts';
import { WhyDrawer } from './why-drawer.tsx';

/** What a button beside a number calls; null where nothing is explained, as on paper. */
export const WhyContext = createContext<((why: Why) => void) | null>(null);

/** Where numbers are explained: a drawer for the buttons beneath it. */
export function WhyPlace({ children }: { children: ReactNode }) {
  const [why, setWhy] = useState<Why | null>(null);
  return (
    <WhyContext value={setWhy}>
      {children}
      <WhyDrawer why={why} onClose={() => setWhy(null)} />
    </WhyContext>
  );
}
