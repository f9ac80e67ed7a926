import { ActionIcon } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';

/** Opens the drawer that explains a number. */
export function WhyButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <ActionIcon size="sm" aria-label={label} title={label} onClick={onClick}>
      <IconInfoCircle size={16} stroke={1.6} />
    </ActionIcon>
  );
}
