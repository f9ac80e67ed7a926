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

/** The parts of Overview that can be a tile. */
export const overviewParts = ['totals', 'trend', 'lines', 'items', 'reasons'] as const;
export type OverviewPart = (typeof overviewParts)[number];

/** How a view is shown: as the picture or table that it is, or as its first measure's number with its change. */
export const tileForms = ['picture', 'number'] as const;
export type TileForm = (typeof tileForms)[number];

/**
 * What a tile shows: a saved view by its name, so that it changes with it; what the address of Explore asks; or a part of
 * Overview, with what its own small controls say.
 */
export const tileContentSchema = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('view'), name: viewNameSchema, form: z.enum(tileForms) }),
  z.strictObject({ of: z.literal('explore'), params: addressParams, form: z.enum(tileForms) }),
  z.strictObject({ of: z.literal('overview'), part: z.enum(overviewParts), params: addressParams }),
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
