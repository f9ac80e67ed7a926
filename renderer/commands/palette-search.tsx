// biome-ignore-all lint/a11y/useSemanticElements: a select cannot hold groups with key caps
// biome-ignore-all lint/a11y/useFocusableInteractive: the input holds the focus and points at the active command
// biome-ignore-all lint/a11y/useKeyWithClickEvents: as above, its keys do the same
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { type CommandDefinition, commands, menuNames, menus } from '../../shared/commands/registry.ts';
import { useLabels, useText } from '../lib/language.tsx';
import { addressOf, useSavedViews } from '../lib/use-saved-views.ts';
import { useCommands } from './commands.tsx';
import { hasWords, isFound } from './find-commands.ts';
import { Keys } from './keys.tsx';
import css from './palette.module.css';
import { text } from './text.ts';

/** What can be chosen: a command, or a saved view to be opened. */
interface Entry {
  id: string;
  label: string;
  shortcut: string | undefined;
  run: () => void;
}

/** The search of the palette and what it finds; the first found is chosen, and Enter runs the chosen. */
export function PaletteSearch({ onRun }: { onRun: (run: () => void) => void }) {
  const t = useText(text);
  const labels = useLabels();
  const { canRun, run } = useCommands();
  const views = useSavedViews().data ?? [];
  const listId = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  useFocusWhileOpen(input);

  const ofMenus = menuNames.map((menu) => ({
    name: labels.menus[menu],
    entries: menus[menu]
      .filter((id) => id !== null)
      .filter((id) => id !== 'view.palette' && canRun(id) && isFound(id, query))
      .map((id): Entry => {
        const { key }: CommandDefinition = commands[id];
        return { id, label: labels.commands[id], shortcut: key, run: () => run(id) };
      }),
  }));
  const ofViews = {
    name: t.savedViews,
    entries: views
      .filter(({ name }) => hasWords(name, query))
      .map((view, place): Entry => {
        const open = () => {
          window.location.hash = addressOf(view);
        };
        return { id: `view-${place}`, label: view.name, shortcut: undefined, run: open };
      }),
  };
  const groups = [...ofMenus, ofViews];
  const found = groups.flatMap(({ entries }) => entries);
  const at = Math.min(active, found.length - 1);
  const optionId = ({ id }: Entry) => `${listId}-${id}`;
  const activeId = found[at] && optionId(found[at]);
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  const onKeyDown = (event: KeyboardEvent) => {
    // Enter that ends the writing of a syllable is not the person's.
    if (event.nativeEvent.isComposing) return;
    const last = found.length - 1;
    if (event.key === 'ArrowDown') setActive(at >= last ? 0 : at + 1);
    else if (event.key === 'ArrowUp') setActive(at <= 0 ? last : at - 1);
    else if (event.key === 'Enter' && found[at]) onRun(found[at].run);
    else if (event.key !== 'Enter' && event.key !== 'Tab') return;
    event.preventDefault();
  };
  return (
    <>
      <div className={css.search}>
        <IconSearch size={16} aria-hidden />
        <input
          ref={input}
          role="combobox"
          aria-label={t.searchCommands}
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={activeId}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          placeholder={t.searchCommands}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div className={css.list} id={listId} role="listbox" aria-label={t.commands}>
        {groups
          .filter(({ entries }) => entries.length > 0)
          .map(({ name, entries }) => (
            <div key={name} role="group" aria-label={name}>
              <p className={css.group} aria-hidden>
                {name}
              </p>
              {entries.map((entry) => (
                <div
                  key={entry.id}
                  id={optionId(entry)}
                  className={css.option}
                  role="option"
                  aria-selected={entry === found[at]}
                  onMouseMove={() => setActive(found.indexOf(entry))}
                  // The input keeps the focus.
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => onRun(entry.run)}
                >
                  <span>{entry.label}</span>
                  {entry.shortcut && <Keys shortcut={entry.shortcut} />}
                </div>
              ))}
            </div>
          ))}
      </div>
      <p className={css.nothing} role="status">
        {found.length === 0 && t.nothingFound}
      </p>
    </>
  );
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
