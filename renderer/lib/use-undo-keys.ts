import { useEffect, useEffectEvent } from 'react';

interface Steps {
  /** Takes the last step back; nothing where there is none. */
  undo: (() => void) | null | undefined;
  /** Does what was taken back again; nothing where there is none. */
  redo: (() => void) | null | undefined;
}

/** Ctrl+Z and Ctrl+Shift+Z (Cmd on a Mac), but not of who writes: there they are the text's. */
export function useUndoKeys({ undo, redo }: Steps): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
    if (event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    event.preventDefault();
    if (event.shiftKey) redo?.();
    else undo?.();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
