import { useViewportSize } from '@mantine/hooks';
import { createContext, use } from 'react';

/** What stands above and below the one chart of a screen, px. */
const AROUND = 400;

/** The room that a chart has where it is not a screen's own, px; null where it is. */
export const ChartRoomContext = createContext<number | null>(null);

/** How high one chart is, px: the rest of the window, within reason. What takes its place while it is awaited is as high. */
export function useChartHeight(): number {
  const room = use(ChartRoomContext);
  // Not measured before the first paint, by which it has to be known.
  const height = useViewportSize().height || window.innerHeight;
  return room ?? Math.min(680, Math.max(300, height - AROUND));
}
