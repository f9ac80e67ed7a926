import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useText } from '../lib/language.tsx';
import { LongName } from '../ui/long-name.tsx';
import css from './filter-chip.module.css';
import { text } from './text.ts';

interface FilterChipProps {
  /** What is filtered, and what is kept of it. */
  name: string;
  kept: string;
  /** All of what is kept, where `kept` tells only how much that is. */
  title?: string;
  onRemove: () => void;
}

/** A filter in a list of them, with the way to take it off. */
export function FilterChip({ name, kept, title = kept, onRemove }: FilterChipProps) {
  const t = useText(text);
  return (
    <li className={css.chip} title={`${name}: ${title}`}>
      <span className={css.field}>{name}</span>
      <span className={css.values}>
        <LongName name={kept} />
      </span>
      <ActionIcon size="xs" aria-label={t.removeFilter(`${name} ${kept}`)} onClick={onRemove}>
        <IconX size={12} />
      </ActionIcon>
    </li>
  );
}
