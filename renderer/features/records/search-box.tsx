import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useCommand } from '../../commands/commands.tsx';
import { useText } from '../../lib/language.tsx';
import css from './records.module.css';
import { text } from './text.ts';

/** How long a person may pause between two keys. What the search index knows is found at each of them; a shorter text is looked for in every record. */
const TYPING_MS = { indexed: 0, lookedFor: 250 };
const FEWEST_INDEXED = 3;

interface SearchBoxProps {
  search: string;
  onSearch: (search: string) => void;
  /** The person has typed what they want and goes on to the rows. */
  onDone: () => void;
}

/** Seeks a text in lot, item, order and note, shortly after the last key. */
export function SearchBox({ search, onSearch, onDone }: SearchBoxProps) {
  const t = useText(text);
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(search);
  const [before, setBefore] = useState(search);
  /** What was sought from here last: when it comes back by the address, the person may have typed on. */
  const [sought, setSought] = useState(search);
  if (search !== before) {
    setBefore(search);
    if (search !== sought) setTyped(search);
  }
  const seek = useCallback(
    (text: string) => {
      setSought(text);
      onSearch(text);
    },
    [onSearch],
  );
  useEffect(() => {
    if (typed.trim() === search) return;
    const pauseMs = typed.trim().length >= FEWEST_INDEXED ? TYPING_MS.indexed : TYPING_MS.lookedFor;
    const timer = setTimeout(() => seek(typed.trim()), pauseMs);
    return () => clearTimeout(timer);
  }, [typed, search, seek]);
  useCommand('view.search', () => {
    input.current?.focus();
    input.current?.select();
  });
  return (
    <TextInput
      ref={input}
      className={css.search}
      type="search"
      aria-label={t.searchLabel}
      placeholder={t.searchHint}
      leftSection={<IconSearch size={15} />}
      rightSection={typed && <CloseButton size="xs" aria-label={t.clearSearch} onClick={() => setTyped('')} />}
      value={typed}
      maxLength={200}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && typed) {
          event.preventDefault();
          setTyped('');
        } else if (event.key === 'Enter' || event.key === 'ArrowDown') {
          event.preventDefault();
          seek(typed.trim());
          onDone();
        }
      }}
    />
  );
}
