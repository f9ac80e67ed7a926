import { IconPinned } from '@tabler/icons-react';
import type { Tile } from '../../../shared/contract/dashboards.ts';
import { readScope } from '../../../shared/questions/scope-url.ts';
import { useText } from '../../lib/language.tsx';
import css from './dashboards.module.css';
import { text } from './text.ts';
import { useScopeWords } from './use-scope-words.ts';

/** Says which range and filters a tile has of its own, whatever the bar says. */
export function OwnScope({ tile: { range, filters } }: { tile: Pick<Tile, 'range' | 'filters'> }) {
  const t = useText(text);
  const words = useScopeWords();
  if (range === null && filters === null) return null;
  const own = [
    range !== null && words.range(readScope(new URLSearchParams(range)).range),
    filters !== null && words.filters(readScope(new URLSearchParams(filters)).filters),
  ].filter((each) => typeof each === 'string');
  return (
    <span className={css.own} title={`${t.ownScope}: ${own.join(' · ')}`}>
      <IconPinned size={12} aria-hidden />
      <span className="visually-hidden">{t.ownScope}: </span>
      {own.join(' · ')}
    </span>
  );
}
