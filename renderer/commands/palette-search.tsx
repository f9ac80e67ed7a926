// biome-ignore-all lint/a11y/useSemanticElements: a select cannot hold groups with key caps
// biome-ignore-all lint/a11y/useFocusableInteractive: the input holds the focus and points at the active command
// biome-ignore-all lint/a11y/useKeyWithClickEvents: as above, its keys do the same
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { type CommandDefinition, type CommandId, commands, menuNames, menus } from '../../shared/commands/registry.ts';
import { useLabels, useText } from '../lib/language.tsx';
import { useCommands } from './commands.tsx';
import { isFound } from './find-commands.ts';
import { Keys } from './keys.tsx';
import css from './palette.module.css';
import { text } from './text.ts';

/** The search of the palette and what it finds; the first found is chosen, and Enter runs the chosen. */
export function PaletteSearch({ onRun }: { onRun: (id: CommandId) => void }) {
  const t = useText(text);
  const labels = useLabels();
  const { canRun } = useCommands();
  const listId = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  useFocusWhileOpen(input);

  const groups = menuNames.map((menu) => ({
    menu,
    ids: menus[menu].filter((id) => id !== null && id !== 'view.palette' && canRun(id) && isFound(id, query)),
  }));
  const found = groups.flatMap(({ ids }) => ids).filter((id) => id !== null);
  const at = Math.min(active, found.length - 1);
  const optionId = (id: CommandId) => `${listId}-${id}`;
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
    else if (event.key === 'Enter' && found[at]) onRun(found[at]);
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
          .filter(({ ids }) => ids.length > 0)
          .map(({ menu, ids }) => (
            <div key={menu} role="group" aria-label={labels.menus[menu]}>
              <p className={css.group} aria-hidden>
                {labels.menus[menu]}
              </p>
              {ids.map((id) => {
                if (id === null) return null;
                const { key }: CommandDefinition = commands[id];
                return (
                  <div
                    key={id}
                    id={optionId(id)}
                    className={css.option}
                    role="option"
                    aria-selected={id === found[at]}
                    onMouseMove={() => setActive(found.indexOf(id))}
                    // The input keeps the focus.
                    onMouseDown={(event) => event.preventDefault()}
                    onClick={() => onRun(id)}
                  >
                    <span>{labels.commands[id]}</span>
                    {key && <Keys shortcut={key} />}
                  </div>
                );
              })}
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
