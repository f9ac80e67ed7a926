import type { ComponentType } from 'react';
import type { TileForm, TileScreen } from '../../../shared/contract/dashboards.ts';
import type { TileProps } from '../../lib/tile.ts';

/** Who draws what of a tile: screens of their own, which this one does not know. */
export type TileKinds = { [S in TileScreen]: ComponentType<TileProps & { form: TileForm<S> }> };
