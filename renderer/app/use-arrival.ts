import { useEffect, useLayoutEffect, useRef } from 'react';

/**
 * What comes of another screen being there: it begins at its top rather than as far down as the one before was scrolled, or, by a
 * step back or forward, where it was left; and who goes by keys goes on from it, as what had the focus may be gone. Where the
 * browser does not tell its steps apart, every screen begins at its top.
 */
export function useArrival(contentId: string, screen: string): void {
  const places = useRef(new Map<string, number>());
  const arrivedAt = useRef(screen);
  useEffect(() => {
    const content = document.getElementById(contentId);
    const remember = () => {
      const step = stepKey();
      if (step && content) places.current.set(step, content.scrollTop);
    };
    content?.addEventListener('scroll', remember, { passive: true });
    return () => content?.removeEventListener('scroll', remember);
  }, [contentId]);
  useLayoutEffect(() => {
    const content = document.getElementById(contentId);
    if (!content || arrivedAt.current === screen) return;
    arrivedAt.current = screen;
    content.scrollTop = places.current.get(stepKey() ?? '') ?? 0;
    if (document.activeElement?.closest('[role="dialog"]')) return;
    // No ring around all of it: nothing but the screen was chosen.
    content.dataset.arrived = 'true';
    content.focus({ preventScroll: true });
  }, [contentId, screen]);
}

/** What the browser calls the step of its history that is shown. */
function stepKey(): string | undefined {
  const navigation: Navigation | undefined = window.navigation;
  return navigation?.currentEntry?.key;
}
