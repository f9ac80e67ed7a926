import type { Cell } from '../../shared/query/answer.ts';
import type { AboutLine, AboutSection, ReportChart, ReportColumn, ReportContent, TypedCell } from './report-content.ts';

/** A number that stands by itself. */
export interface BoardFigure {
  name: string;
  /** Beside the number; empty for none. */
  unit: string;
  cell: TypedCell;
  /** The same of the period before; null where there is none. */
  before: TypedCell | null;
}

/** The first rows of a table. */
export interface BoardTable {
  columns: readonly ReportColumn[];
  rows: readonly (readonly Cell[])[];
}

/** A tile on paper. */
export interface BoardTile {
  title: string;
  /** Days and filters of its own; none where those of the dashboard hold. */
  scope: AboutLine[];
  figures: BoardFigure[];
  chart?: ReportChart | undefined;
  table?: BoardTable | undefined;
  /** Sentences below: what is left out, what was found, why there is nothing. */
  notes: string[];
}

/** What the file of a dashboard holds: its tiles in reading order, and once what holds for all of them. */
export interface BoardContent
  extends Pick<ReportContent, 'title' | 'language' | 'locale' | 'writtenAt' | 'view' | 'rows'> {
  /** Below the title: its days and as of when, then its filters. */
  cover: AboutSection[];
  tiles: readonly BoardTile[];
  /** At the end: definitions, and what is worth knowing. */
  sections: readonly AboutSection[];
}

/** How many rows the tables of some tiles hold. */
export function rowsOfTiles(tiles: readonly BoardTile[]): number {
  return tiles.reduce((sum, { table }) => sum + (table?.rows.length ?? 0), 0);
}
