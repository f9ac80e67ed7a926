import type { ComponentType } from 'react';
import type { OverviewPart, TileForm } from '../../../shared/contract/dashboards.ts';
import type { TileProps } from '../../lib/tile.ts';

/** Who draws what of a tile: screens of their own, which this one does not know. */
export interface TileKinds {
  Explore: ComponentType<TileProps & { form: TileForm }>;
  Overview: ComponentType<TileProps & { part: OverviewPart }>;
}
