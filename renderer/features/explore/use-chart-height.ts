import { useViewportSize } from '@mantine/hooks';

/** What stands above and below the one chart of a screen, px. */
const AROUND = 400;

/** How high one chart is, px: the rest of the window, within reason. What takes its place while it is awaited is as high. */
export function useChartHeight(): number {
  // Not measured before the first paint, by which it has to be known.
  const height = useViewportSize().height || window.innerHeight;
  return Math.min(680, Math.max(300, height - AROUND));
}
