/**
 * What it costs to record questions: each is asked of the service as the desktop window asks it, over a message port there and
 * back, in turns with and without its being recorded. A turn ends when all that it left to do is done.
 */
import { setImmediate, setTimeout } from 'node:timers/promises';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { RPCHandler } from '@orpc/server/message-port';
import { createService, type Service } from '../../electron/service/service.ts';
import type { Contract } from '../../shared/contract/contract.ts';
import { dayFromIso, isoFromDay } from '../../shared/domain/day.ts';
import { FIRST_ROWS } from './questions.ts';
import { summarizeTimes, type Times } from './statistics.ts';

type Client = ContractRouterClient<Contract>;

const TURNS = 200;
const ASKED_IN_A_TURN = 20;
/** In which the service loads what it holds in memory. */
const LOADING_MS = 10_000;
const FIRST_DAY = dayFromIso('2021-01-01') ?? 0;
/** So many days may a range begin on, and so many may it end on. */
const DAYS_TRIED = 700;

export interface RecordingCost {
  title: string;
  /** Of a question, on the average of a turn. */
  recorded: Times;
  unrecorded: Times;
}

let asked = 0;
const questions: Record<string, (client: Client) => Promise<unknown>> = {
  'an answer that was kept': (client) =>
    client.query.run({ measures: ['total', 'yield'], dimensions: ['month'], from: '2024-01-01', to: '2024-12-31' }),
  'a new question to a rollup': (client) => {
    asked++;
    const from = isoFromDay(FIRST_DAY + (asked % DAYS_TRIED));
    const to = isoFromDay(FIRST_DAY + 2 * DAYS_TRIED - (Math.floor(asked / DAYS_TRIED) % DAYS_TRIED));
    return client.query.run({ measures: ['total', 'yield'], dimensions: ['month', 'line'], from, to });
  },
  'a page of records': (client) => client.records.page({ limit: FIRST_ROWS }),
};

/** Asks a service over a store, which nobody else may have open. */
export async function measureRecording(
  store: string,
  say: (line: string) => void,
  { turns = TURNS, loadingMs = LOADING_MS } = {},
): Promise<RecordingCost[]> {
  let isOn = false;
  const service = await createService({ storeFolder: store, appVersion: '', access: 'own', records: () => isOn });
  const { client, close } = connect(service);
  try {
    await setTimeout(loadingMs);
    const costs: RecordingCost[] = [];
    for (const [title, ask] of Object.entries(questions)) {
      say(`Recording ${title}…`);
      const times: Record<'on' | 'off', number[]> = { on: [], off: [] };
      for (let turn = 0; turn < turns; turn++) {
        for (const way of turn % 2 === 0 ? (['on', 'off'] as const) : (['off', 'on'] as const)) {
          isOn = way === 'on';
          times[way].push(await oneTurn(() => ask(client)));
        }
      }
      costs.push({ title, recorded: summarizeTimes(times.on), unrecorded: summarizeTimes(times.off) });
    }
    return costs;
  } finally {
    close();
    await service.close();
  }
}

/** Milliseconds of a question, of several one after the other. */
async function oneTurn(ask: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  for (let at = 0; at < ASKED_IN_A_TURN; at++) await ask();
  await setImmediate();
  return (performance.now() - startedAt) / ASKED_IN_A_TURN;
}

function connect({ router }: Service): { client: Client; close: () => void } {
  const { port1, port2 } = new MessageChannel();
  new RPCHandler(router).upgrade(port1, { context: {} });
  port1.start();
  port2.start();
  const client = createORPCClient<Client>(new RPCLink({ port: port2 }));
  return { client, close: () => port1.close() };
}
