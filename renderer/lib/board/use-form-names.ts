import type { TileForm } from '../../../shared/contract/dashboards.ts';
import { tileWords } from '../../../shared/text/tiles.ts';
import { useText } from '../language.tsx';

/** What each form of a tile is called. */
export function useFormNames(): (form: TileForm) => string {
  const { explore, overview, oee, quality, records } = useText(tileWords).forms;
  const names: Record<TileForm, string> = { ...explore, ...overview, ...oee, ...quality, ...records };
  return (form) => names[form];
}
