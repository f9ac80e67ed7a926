import { ActionIcon } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { use } from 'react';
import { useText } from '../lib/language.tsx';
import { text } from './text.ts';
import type { Why } from './why.ts';
import css from './why-button.module.css';
import { WhyContext } from './why-place.tsx';
import { whyTitle } from './why-title.ts';

interface WhyButtonProps {
  why: Why;
  /** What is explained, as it is called on the screen; where the title alone does not say it. */
  of?: string;
}

/** Opens the drawer that explains a number; nothing where there is no place for one. */
export function WhyButton({ why, of }: WhyButtonProps) {
  const title = whyTitle(why, useText(text));
  const explain = use(WhyContext);
  if (explain === null) return null;
  const label = of === undefined ? title : `${title}: ${of}`;
  return (
    <ActionIcon size="sm" className={css.button} aria-label={label} title={label} onClick={() => explain(why)}>
      <IconInfoCircle size={16} stroke={1.6} />
    </ActionIcon>
  );
}
