import { type ClientContext, type ClientLink, createORPCClient, mapEventIterator } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../../shared/contract/contract.ts';
import { appErrorOf } from '../../shared/contract/contract-error.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { isAsyncIterator } from '../../shared/lib/async-iterator.ts';
import { type ContractLink, type Platform, SessionRefusedError } from './platform.ts';

/** 'lost' is tried again by itself; 'refused' is for good, and the window has to be opened anew. */
export type ConnectionState = 'connected' | 'lost' | 'refused';
export type Client = ContractRouterClient<Contract>;

/** A call that could not be made or answered because there is no connection to the service. */
export class ConnectionLostError extends Error {
  override readonly name = 'ConnectionLostError';
  readonly code = 'CONNECTION_LOST';

  constructor(tell: Tell, cause?: unknown) {
    super(tell('The connection to Throughline is lost. It is being tried again; nothing that was saved is gone.'), {
      cause,
    });
  }
}

const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 4_000;

/**
 * Connects to the service and keeps connected. Calls fail with AppError (code and message as the service gave them)
 * or ConnectionLostError; `tell` says their sentences in the language of the window. Throws when the very first connection cannot be made.
 */
export async function createClient(
  platform: Platform,
  onStateChange: (state: ConnectionState) => void = () => {},
  tell: (message: string) => string = (message) => message,
): Promise<Client> {
  let current: ContractLink | null = await platform.connect();
  onStateChange('connected');
  void current.closed.then(reconnect);

  async function reconnect(): Promise<void> {
    current = null;
    onStateChange('lost');
    for (let delayMs = FIRST_RETRY_MS; ; delayMs = Math.min(delayMs * 2, LONGEST_RETRY_MS)) {
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      try {
        current = await platform.connect();
        onStateChange('connected');
        void current.closed.then(reconnect);
        return;
      } catch (error) {
        if (!(error instanceof SessionRefusedError)) continue;
        onStateChange('refused');
        return;
      }
    }
  }

  const link: ClientLink<ClientContext> = {
    async call(path, input, options) {
      const connection = current;
      if (!connection) throw new ConnectionLostError(tell);
      const isOpen = () => current === connection;
      try {
        const output = await connection.link.call(path, input, options);
        return isAsyncIterator(output) ? translateStream(output, isOpen, tell) : output;
      } catch (error) {
        throw translateError(error, isOpen(), tell);
      }
    },
  };
  return createORPCClient<Client>(link);
}

type Tell = (message: string) => string;

function translateStream(stream: AsyncIterator<unknown>, isOpen: () => boolean, tell: Tell): AsyncIterator<unknown> {
  return mapEventIterator(stream, {
    value: async (value) => value,
    error: async (error) => translateError(error, isOpen(), tell),
  });
}

/** The one error the screens know, from what the contract library throws. */
export function translateError(error: unknown, connected: boolean, tell: Tell): unknown {
  const answered = appErrorOf(error);
  if (answered) return new AppError(answered.code, tell(answered.message), answered.cause, answered.details);
  return connected ? error : new ConnectionLostError(tell, error);
}
