/**
 * What it costs to record questions, in processor time of all threads.
 * 1. Each is asked of the service as the desktop window asks it, over a message port there and back.
 * 2. Its answer is then recorded again and again, in turns with the same loop that records nothing, down to the file. With and
 *    without recording a whole question differs by less than two turns of the same do.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { RPCHandler } from '@orpc/server/message-port';
import { QuestionRecorder } from '../../electron/service/monitor/question-recorder.ts';
import { recordCall } from '../../electron/service/monitor/record-calls.ts';
import { RunFile } from '../../electron/service/monitor/run-file.ts';
import { createService, type Service } from '../../electron/service/service.ts';
import type { Contract } from '../../shared/contract/contract.ts';
import { defaultSettings } from '../../shared/contract/settings.ts';
import { dayFromIso, isoFromDay } from '../../shared/domain/day.ts';
import { recordsQuerySchema } from '../../shared/query/records-query.ts';
import { type ReportQuery, reportQuerySchema } from '../../shared/query/report-query.ts';
import { FIRST_ROWS } from './questions.ts';
import { summarizeTimes, type Times } from './statistics.ts';

type Client = ContractRouterClient<Contract>;

const TURNS = 30;
const ASKED_IN_A_TURN = 50;
const RECORDED_IN_A_TURN = 2_000;
/** After so many the event loop has its turn, as it has between questions. */
const AT_ONCE = 32;
const MICROSECONDS_A_MS = 1_000;
const FIRST_DAY = dayFromIso('2021-01-01') ?? 0;
/** So many days may a range begin on, and so many may it end on. */
const DAYS_TRIED = 700;

export interface RecordingCost {
  title: string;
  question: Times;
  /** Of one question; may be less than nothing by a hair where next to nothing is measured. */
  recording: Times;
}

interface Asked {
  title: string;
  path: readonly string[];
  /** The next question of its kind. */
  input(): unknown;
  ask(client: Client, input: never): Promise<unknown>;
}

let asked = 0;
const questions: readonly Asked[] = [
  {
    title: 'an answer that was kept',
    path: ['query', 'run'],
    input: () => report({ from: '2024-01-01', to: '2024-12-31', dimensions: ['month'] }),
    ask: (client, input) => client.query.run(input),
  },
  {
    title: 'a new question to a rollup',
    path: ['query', 'run'],
    input() {
      asked++;
      const from = isoFromDay(FIRST_DAY + (asked % DAYS_TRIED));
      const to = isoFromDay(FIRST_DAY + 2 * DAYS_TRIED - (Math.floor(asked / DAYS_TRIED) % DAYS_TRIED));
      return report({ from, to, dimensions: ['month', 'line'] });
    },
    ask: (client, input) => client.query.run(input),
  },
  {
    title: 'a page of records',
    path: ['records', 'page'],
    input: () => recordsQuerySchema.parse({ limit: FIRST_ROWS }),
    ask: (client, input) => client.records.page(input),
  },
];

function report(query: Pick<ReportQuery, 'from' | 'to' | 'dimensions'>): ReportQuery {
  return reportQuerySchema.parse({ measures: ['total', 'yield'], ...query });
}

/** Asks a service over a store, which nobody else may have open. */
export async function measureRecording(
  store: string,
  say: (line: string) => void,
  turns = TURNS,
): Promise<RecordingCost[]> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-recording-'));
  const service = await createService({ storeFolder: store, appVersion: '', access: 'own' });
  const { client, close } = connect(service);
  try {
    const costs: RecordingCost[] = [];
    for (const question of questions) {
      say(`Recording ${question.title}…`);
      costs.push({
        title: question.title,
        question: await timeQuestion(client, question, turns),
        recording: await timeRecording(client, question, { folder, turns }),
      });
    }
    return costs;
  } finally {
    close();
    await service.close();
    rmSync(folder, { recursive: true });
  }
}

async function timeQuestion(client: Client, { input, ask }: Asked, turns: number): Promise<Times> {
  const one = async () => void (await ask(client, input() as never));
  const times: number[] = [];
  for (let turn = 0; turn < turns; turn++) times.push(await processorMs(ASKED_IN_A_TURN, one));
  return summarizeTimes(times);
}

async function timeRecording(
  client: Client,
  { path, input, ask }: Asked,
  { folder, turns }: { folder: string; turns: number },
): Promise<Times> {
  const output = await ask(client, input() as never);
  const answer = async () => ({ output });
  const file = new RunFile(join(folder, 'questions.jsonl'), (error) => {
    throw error;
  });
  const recorder = new QuestionRecorder({ file, slowMilliseconds: () => defaultSettings.slowQueryMilliseconds });
  const inputs = Array.from({ length: AT_ONCE }, input);
  const nothing = async () => void (await answer());
  const record = async (at: number) => void (await recordCall(recorder, { path, input: inputs[at % AT_ONCE] }, answer));
  const times: number[] = [];
  for (let turn = 0; turn < turns; turn++) {
    const without = await processorMs(RECORDED_IN_A_TURN, nothing);
    times.push((await processorMs(RECORDED_IN_A_TURN, record)) - without);
  }
  await recorder.close();
  return summarizeTimes(times);
}

/** Milliseconds of a processor that one took, of many one after the other. */
async function processorMs(count: number, one: (at: number) => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  for (let at = 0; at < count; at++) {
    if (at % AT_ONCE === 0) await setImmediate();
    await one(at);
  }
  await setImmediate();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / MICROSECONDS_A_MS / count;
}

function connect({ router }: Service): { client: Client; close: () => void } {
  const { port1, port2 } = new MessageChannel();
  new RPCHandler(router).upgrade(port1, { context: {} });
  port1.start();
  port2.start();
  const client = createORPCClient<Client>(new RPCLink({ port: port2 }));
  return { client, close: () => port1.close() };
}
