// biome-ignore-all lint/a11y/useSemanticElements: a select cannot hold groups with key caps
// biome-ignore-all lint/a11y/useFocusableInteractive: the input holds the focus and points at the active command
// biome-ignore-all lint/a11y/useKeyWithClickEvents: as above, its keys do the same
import { IconSearch } from '@tabler/icons-react';
import {
  type KeyboardEvent,
  startTransition,
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { MenuName } from '../../shared/commands/registry.ts';
import { useLabels, useText } from '../lib/language.tsx';
import { useDashboardName, useDashboards } from '../lib/use-dashboards.ts';
import { useLate } from '../lib/use-late.ts';
import { useSavedViews } from '../lib/use-saved-views.ts';
import { useCommands } from './commands.tsx';
import { Keys } from './keys.tsx';
import css from './palette.module.css';
import { type Entry, firstOf, type Group, groupsOf } from './palette-groups.ts';
import { type FoundField, foundFields, keyOf } from './recent.ts';
import { text } from './text.ts';
import { useFoundValues } from './use-found-values.ts';
import { useRecent } from './use-recent.ts';

/** More than are in view; the others are drawn once these are seen. */
const DRAWN_AT_ONCE = 16;

/** The search of the palette and what it finds; the first found is chosen, and Enter takes the chosen. */
export function PaletteSearch({ onChoose }: { onChoose: (entry: Entry) => void }) {
  const t = useText(text);
  const labels = useLabels();
  const { canRun } = useCommands();
  const views = useSavedViews().data ?? [];
  const nameOfBoard = useDashboardName();
  const dashboards = (useDashboards().data ?? []).map((board) => ({ id: board.id, label: nameOfBoard(board) }));
  const listId = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const [isEntered, setEntered] = useState(false);
  const [recent, noteRecent] = useRecent();
  const { values, isSettled } = useFoundValues(query);
  const input = useRef<HTMLInputElement>(null);
  useFocusWhileOpen(input);

  const isWhole = useAfterFirstFrame();
  const all = groupsOf({ query, canRun, labelOf: (id) => labels.commands[id], dashboards, views, values, recent });
  const groups = isWhole ? all : firstOf(all, DRAWN_AT_ONCE);
  const found = groups.flatMap(({ entries }) => entries);
  const at = Math.min(active, found.length - 1);
  const chosen = found[at];
  const idOf = new Map(found.map((entry, place) => [entry, `${listId}-${place}`]));
  const activeId = chosen && idOf.get(chosen);
  const isLookedFor = useLate(!isSettled && found.length === 0);
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  const choose = (entry: Entry) => {
    noteRecent({ kind: entry.kind, name: entry.name, label: entry.label });
    onChoose(entry);
  };
  // Who types a number and Enter in one go means what will be found by it.
  const chooseLate = useEffectEvent(() => chosen && choose(chosen));
  const isReady = isEntered && isSettled && chosen !== undefined;
  useEffect(() => {
    if (isReady) queueMicrotask(() => chooseLate()); // closing draws at once, which an effect may not
  }, [isReady]);

  const onKeyDown = (event: KeyboardEvent) => {
    // Enter that ends the writing of a syllable is not the person's.
    if (event.nativeEvent.isComposing) return;
    const last = found.length - 1;
    if (event.key === 'ArrowDown') setActive(at >= last ? 0 : at + 1);
    else if (event.key === 'ArrowUp') setActive(at <= 0 ? last : at - 1);
    else if (event.key === 'Enter' && chosen) choose(chosen);
    else if (event.key === 'Enter') setEntered(!isSettled);
    else if (event.key !== 'Tab') return;
    event.preventDefault();
  };
  const nameOf = ({ of }: Group) => {
    if (of === 'recent') return t.recent;
    if (of === 'dashboards') return t.dashboards;
    if (of === 'views') return t.savedViews;
    return foundFields.some((each) => each === of) ? t.values[of as FoundField] : labels.menus[of as MenuName];
  };
  return (
    <>
      <div className={css.search}>
        <IconSearch size={16} aria-hidden />
        <input
          ref={input}
          role="combobox"
          aria-label={t.search}
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={activeId}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          placeholder={t.search}
          maxLength={200}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setActive(0);
            setEntered(false);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div className={css.list} id={listId} role="listbox" aria-label={t.commands}>
        {groups.map((group) => (
          <div key={group.of} role="group" aria-label={nameOf(group)}>
            <p className={css.group} aria-hidden>
              {nameOf(group)}
            </p>
            {group.entries.map((entry) => (
              <div
                key={keyOf(entry)}
                id={idOf.get(entry)}
                className={css.option}
                role="option"
                aria-selected={entry === chosen}
                onMouseMove={() => setActive(found.indexOf(entry))}
                // The input keeps the focus.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(entry)}
              >
                <EntryLine entry={entry} />
              </div>
            ))}
          </div>
        ))}
      </div>
      <p className={found.length === 0 ? css.nothing : 'visually-hidden'} role="status">
        {found.length > 0
          ? query.trim() !== '' && isSettled && t.found(found.length)
          : isSettled
            ? t.nothingFound
            : isLookedFor && t.looking}
      </p>
    </>
  );
}

function EntryLine({ entry: { kind, label, code, shortcut } }: { entry: Entry }) {
  const t = useText(text);
  const isValue = kind !== 'command' && kind !== 'view';
  return (
    <>
      <span className={css.label}>
        {label}
        {code && <span className={css.code}>{code}</span>}
      </span>
      {shortcut && <Keys shortcut={shortcut} />}
      {isValue && <span className={css.does}>{t.filter}</span>}
    </>
  );
}

/** False in the first frame, and true in the next, which can wait for what a person does meanwhile. */
function useAfterFirstFrame(): boolean {
  const [isAfter, setAfter] = useState(false);
  useEffect(() => startTransition(() => setAfter(true)), []);
  return isAfter;
}

/** Focuses an input in the moment it is there, and gives the focus back in the moment it goes: no key falls between. */
function useFocusWhileOpen(input: React.RefObject<HTMLInputElement | null>): void {
  useLayoutEffect(() => {
    const before = document.activeElement;
    input.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, [input]);
}
