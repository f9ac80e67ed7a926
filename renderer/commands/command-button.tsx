import { Button } from '@mantine/core';
import { IconFileExport, IconTable } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useCommands } from './commands.tsx';

const icons = { 'file.export': IconFileExport, 'go.records': IconTable } as const;

/** A button of a screen that runs a command; its words say what that comes to there. */
export function CommandButton({ command, children }: { command: keyof typeof icons; children: ReactNode }) {
  const { run } = useCommands();
  const Icon = icons[command];
  return (
    <Button variant="default" leftSection={<Icon size={14} aria-hidden />} onClick={() => run(command)}>
      {children}
    </Button>
  );
}
