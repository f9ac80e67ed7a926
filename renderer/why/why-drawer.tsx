import { lazy, Suspense } from 'react';
import type { Why } from './why.ts';

/** What explains is a screen's worth of words, and asked for seldom: it is loaded when it is. */
const WhyPanel = lazy(async () => ({ default: (await import('./why-panel.tsx')).WhyPanel }));

/** The drawer that explains a number; nothing while there is none to explain. */
export function WhyDrawer({ why, onClose }: { why: Why | null; onClose: () => void }) {
  if (why === null) return null;
  return (
    <Suspense fallback={null}>
      <WhyPanel key={JSON.stringify(why)} why={why} onClose={onClose} />
    </Suspense>
  );
}
