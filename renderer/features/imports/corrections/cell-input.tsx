import { useEffect, useRef } from 'react';
import css from './corrections.module.css';

interface CellInputProps {
  label: string;
  initial: string;
  /** Takes the text, and the key by whose direction it goes on. */
  onCommit: (text: string, key: string) => void;
  onCancel: () => void;
}

/** A cell while it is edited: Enter goes on below, Tab beside, Escape leaves it as it was. */
export function CellInput({ label, initial, onCommit, onCancel }: CellInputProps) {
  const input = useRef<HTMLInputElement>(null);
  const isOver = useRef(false);
  useEffect(() => {
    input.current?.focus();
  }, []);
  const end = (work: () => void) => {
    if (isOver.current) return; // leaving the cell by a key takes the focus away as well
    isOver.current = true;
    work();
  };
  const commit = (key: string) => end(() => onCommit(input.current?.value ?? initial, key));
  return (
    <input
      ref={input}
      className={css.input}
      aria-label={label}
      defaultValue={initial}
      onBlur={() => commit('')}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit('ArrowDown');
        else if (event.key === 'Tab') commit(event.shiftKey ? 'ArrowLeft' : 'ArrowRight');
        else if (event.key === 'Escape') end(onCancel);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}
