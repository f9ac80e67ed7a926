import type { ChartScope } from '../../shared/questions/chart-scope.ts';
import type { ShownReport } from './shown-report.ts';

/** What a tile of a dashboard is drawn with, whichever screen it is of. */
export interface TileProps {
  scope: ChartScope;
  /** Where its screen opens with the same, as an address fragment. */
  href: string;
  /** Height for what stands below its title, px. */
  room: number;
  /** Told what it shows, so that it can be written to a file. */
  onReport: (report: ShownReport) => void;
}
