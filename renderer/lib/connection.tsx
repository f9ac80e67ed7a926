import { createContext, use } from 'react';
import type { Client, ConnectionState } from '../transport/client.ts';
import type { Platform } from '../transport/platform.ts';

/** The connected service and the host the window runs in. */
export interface Connection {
  client: Client;
  platform: Platform;
  state: ConnectionState;
}

export const ConnectionContext = createContext<Connection | null>(null);

export function useConnection(): Connection {
  const connection = use(ConnectionContext);
  if (!connection) throw new Error('No connection above this component');
  return connection;
}

/** The typed calls of the service; they fail with AppError, whose message is for people. */
export function useClient(): Client {
  return useConnection().client;
}

/** What only the host can do: choose, hand over and save files. */
export function usePlatform(): Platform {
  return useConnection().platform;
}
