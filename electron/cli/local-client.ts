import { createORPCClient, mapEventIterator } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { type AnyRouter, createRouterClient } from '@orpc/server';
import type { Contract } from '../../shared/contract/contract.ts';
import { appErrorOf } from '../../shared/contract/contract-error.ts';
import { isAsyncIterator } from '../../shared/lib/async-iterator.ts';

export type Client = ContractRouterClient<Contract>;

type Call = (input: unknown, options: unknown) => Promise<unknown>;

/** A client of the contract in this very process; its calls fail with AppError. */
export function createLocalClient(router: AnyRouter): Client {
  const local: unknown = createRouterClient(router, { context: {} });
  return createORPCClient<Client>({
    async call(path, input, options) {
      const procedure = path.reduce<unknown>((node, name) => Reflect.get(Object(node), name), local) as Call;
      try {
        const output = await procedure(input, options);
        return isAsyncIterator(output) ? inWords(output) : output;
      } catch (error) {
        throw appErrorOf(error) ?? error;
      }
    },
  });
}

function inWords(stream: AsyncIterator<unknown>): AsyncIterator<unknown> {
  return mapEventIterator(stream, {
    value: async (value) => value,
    error: async (error) => appErrorOf(error) ?? error,
  });
}
