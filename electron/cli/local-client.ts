import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { type AnyRouter, createRouterClient } from '@orpc/server';
import type { Contract } from '../../shared/contract/contract.ts';
import { appErrorOf } from '../../shared/contract/contract-error.ts';

export type Client = ContractRouterClient<Contract>;

type Call = (input: unknown, options: unknown) => Promise<unknown>;

/** A client of the contract in this very process; its calls fail with AppError. */
export function createLocalClient(router: AnyRouter): Client {
  const local: unknown = createRouterClient(router, { context: {} });
  return createORPCClient<Client>({
    async call(path, input, options) {
      const procedure = path.reduce<unknown>((node, name) => Reflect.get(Object(node), name), local) as Call;
      try {
        return await procedure(input, options);
      } catch (error) {
        throw appErrorOf(error) ?? error;
      }
    },
  });
}
