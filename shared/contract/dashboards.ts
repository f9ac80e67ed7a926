import { z } from 'zod';
import { addressParams, viewNameSchema } from './views.ts';

/** Columns of the grid that tiles stand on. */
export const GRID_COLUMNS = 12;
/** More tiles than this are no overview any more. */
export const MOST_TILES = 30;
export const MOST_DASHBOARDS = 50;
const MOST_ROWS = 1_000;

/** Where a tile stands: columns and rows of the grid, counted from 0. */
export const tilePlaceSchema = z.strictObject({
  x: z
    .int()
    .min(0)
    .max(GRID_COLUMNS - 1),
  y: z.int().min(0).max(MOST_ROWS),
  width: z.int().min(1).max(GRID_COLUMNS),
  height: z.int().min(1).max(60),
});
export type TilePlace = z.infer<typeof tilePlaceSchema>;

/**
 * What can be a tile of each screen: of Explore the picture or table that a view is, or its first measure's number with its change;
 * of the others their parts; of Records the first rows.
 */
export const tileForms = {
  explore: ['picture', 'number'],
  overview: ['totals', 'trend', 'lines', 'items', 'reasons'],
  oee: ['factors', 'losses', 'downtime'],
  quality: ['control', 'capability', 'pareto', 'firstPass'],
  records: ['rows'],
} as const;
export type TileScreen = keyof typeof tileForms;
export type TileForm<S extends TileScreen = TileScreen> = (typeof tileForms)[S][number];
export const tileScreens = Object.keys(tileForms) as TileScreen[];

/** Screens that are written as a whole, as all that they show are parts that can be tiles. */
export const boardScreens = ['overview', 'oee', 'quality'] as const satisfies TileScreen[];
export type BoardScreen = (typeof boardScreens)[number];

/** What the address of a screen shows, as one of its forms. */
const ofScreen = <S extends TileScreen>(screen: S) =>
  z.strictObject({ of: z.literal(screen), params: addressParams, form: z.enum(tileForms[screen]) });

/** What a tile shows: a saved view by its name, so that it changes with it, or what the address of a screen says. */
export const tileContentSchema = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('view'), name: viewNameSchema, form: z.enum(Object.values(tileForms).flat()) }),
  ofScreen('explore'),
  ofScreen('overview'),
  ofScreen('oee'),
  ofScreen('quality'),
  ofScreen('records'),
]);
export type TileContent = z.infer<typeof tileContentSchema>;

/** Names a dashboard in an address, or a tile in a dashboard. */
export const dashboardIdSchema = z.string().regex(/^[a-z0-9-]{1,40}$/);

export const tileSchema = z.strictObject({
  id: dashboardIdSchema,
  /** Null for what it shows, in the language of the window. */
  title: viewNameSchema.nullable(),
  content: tileContentSchema,
  /** Its own range and filters, as an address says them; null for those of the bar. */
  range: addressParams.nullable(),
  filters: addressParams.nullable(),
  place: tilePlaceSchema,
});
export type Tile = z.infer<typeof tileSchema>;

export const dashboardSchema = z.strictObject({
  id: dashboardIdSchema,
  /** Null for the one that is there to begin with, which is called so in the language of the window. */
  name: viewNameSchema.nullable(),
  /** Counts its changes, so that a window does not undo what another one did. */
  revision: z.int().min(0),
  tiles: z.array(tileSchema).max(MOST_TILES),
});
export type Dashboard = z.infer<typeof dashboardSchema>;
