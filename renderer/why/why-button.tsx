import { ActionIcon } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useText } from '../lib/language.tsx';
import { text } from './text.ts';

interface WhyButtonProps {
  /** What is explained, as it is called on the screen. */
  of: string;
  /** Whether that is a panel of numbers rather than one. */
  several?: boolean;
  onClick: () => void;
}

/** Opens the drawer that explains a number. */
export function WhyButton({ of, several = false, onClick }: WhyButtonProps) {
  const t = useText(text);
  const label = `${several ? t.whyThese : t.why}: ${of}`;
  return (
    <ActionIcon size="sm" aria-label={label} title={label} onClick={onClick}>
      <IconInfoCircle size={16} stroke={1.6} />
    </ActionIcon>
  );
}
