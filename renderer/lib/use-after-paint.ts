import { useEffect, useState } from 'react';

/**
 * A value one frame late: what goes by it, and takes long to draw, is drawn once the frame is painted in which all else follows the
 * change. Drawn at once and as a whole then: `useDeferredValue` would begin anew with each update of the job tray meanwhile.
 */
export function useAfterPaint<Value>(value: Value): Value {
  const [shown, setShown] = useState(value);
  useEffect(() => (value === shown ? undefined : afterPaint(() => setShown(value))), [value, shown]);
  return shown;
}

/** Calls back once the next frame is painted, at once where none is made as nobody sees the window; returns what calls it off. */
function afterPaint(then: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    timer = setTimeout(then);
  };
  const frame = document.hidden ? soon() : requestAnimationFrame(soon);
  return () => {
    if (frame !== undefined) cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
