import { ActionIcon } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useText } from '../lib/language.tsx';
import { text } from './text.ts';
import type { Why } from './why.ts';
import css from './why-button.module.css';
import { whyTitle } from './why-title.ts';

interface WhyButtonProps {
  why: Why;
  /** What is explained, as it is called on the screen; where the title alone does not say it. */
  of?: string;
  onWhy: (why: Why) => void;
}

/** Opens the drawer that explains a number. */
export function WhyButton({ why, of, onWhy }: WhyButtonProps) {
  const title = whyTitle(why, useText(text));
  const label = of === undefined ? title : `${title}: ${of}`;
  return (
    <ActionIcon size="sm" className={css.button} aria-label={label} title={label} onClick={() => onWhy(why)}>
      <IconInfoCircle size={16} stroke={1.6} />
    </ActionIcon>
  );
}
