import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { RecoveryScreen } from '../features/recovery/recovery-screen.tsx';
import { useClient } from '../lib/connection.tsx';

/** Shows the window where the store is open, and else how to put it right; asked again with every connection. */
export function StartGate({ children }: { children: ReactNode }) {
  const client = useClient();
  const trouble = useQuery({ queryKey: ['start'], queryFn: () => client.start.look({}) });
  if (trouble.isPending) return null;
  return trouble.data ? <RecoveryScreen trouble={trouble.data} /> : children;
}
