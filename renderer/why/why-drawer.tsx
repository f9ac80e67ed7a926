import { Suspense } from 'react';
import { latePart } from '../lib/late-part.tsx';
import type { Why } from './why.ts';

/** What explains is a screen's worth of words, and asked for seldom: it stays out of the way of the first screen. */
export const whyPanel = latePart(async () => (await import('./why-panel.tsx')).WhyPanel);

/** The drawer that explains a number; nothing while there is none to explain. */
export function WhyDrawer({ why, onClose }: { why: Why | null; onClose: () => void }) {
  if (why === null) return null;
  return (
    <Suspense fallback={null}>
      <whyPanel.Part key={JSON.stringify(why)} why={why} onClose={onClose} />
    </Suspense>
  );
}
