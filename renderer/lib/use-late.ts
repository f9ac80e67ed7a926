import { useEffect, useState } from 'react';

const QUIET_MS = 150;

/** True once `active` has lasted 150 ms: waiting that is over sooner is not shown. */
export function useLate(active: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!active) return;
    const timer = setTimeout(() => setLate(true), QUIET_MS);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [active]);
  return active && late;
}
