import { Button } from '@mantine/core';
import { onlineManager } from '@tanstack/react-query';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { ConnectionContext } from '../lib/connection.tsx';
import { toldHere, useText } from '../lib/language.tsx';
import { useLate } from '../lib/use-late.ts';
import { type Client, type ConnectionState, createClient } from '../transport/client.ts';
import { type Platform, SessionRefusedError } from '../transport/platform.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import css from './connection-gate.module.css';
import { text } from './text.ts';

interface ConnectionGateProps {
  platform: Platform;
  children: ReactNode;
}

/** Connects to the service and shows the window once it is there; says so in words when it is not. */
export function ConnectionGate({ platform, children }: ConnectionGateProps) {
  const t = useText(text);
  const [client, setClient] = useState<Client | null>(null);
  const [state, setState] = useState<ConnectionState>('lost');
  const [failure, setFailure] = useState<unknown>(null);

  const connect = useCallback(() => {
    setFailure(null);
    createClient(platform, setState, toldHere).then((made) => setClient(() => made), setFailure);
  }, [platform]);
  useEffect(connect, [connect]);
  // Questions wait while the connection is away, and what is shown stays.
  useEffect(() => onlineManager.setOnline(state !== 'lost'), [state]);

  const value = useMemo(() => (client ? { client, platform, state } : null), [client, platform, state]);
  const late = useLate(value === null && failure === null);

  if (failure !== null || state === 'refused') {
    const refused = state === 'refused' || failure instanceof SessionRefusedError;
    return (
      <main className={css.alone} role="alert">
        <EmptyState
          title={refused ? t.sessionRefused : t.noConnection}
          action={refused ? undefined : <Button onClick={connect}>{t.connectAgain}</Button>}
        >
          {refused ? t.sessionRefusedWhatNow : t.noConnectionWhatNow}
        </EmptyState>
      </main>
    );
  }
  if (!value) return late ? <main className={css.alone}>{t.opening}</main> : null;
  return <ConnectionContext value={value}>{children}</ConnectionContext>;
}
