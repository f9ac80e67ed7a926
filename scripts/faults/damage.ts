/** Damages files of stores and of backups, asks, checks, asks again, and restores. */
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { drill } from '../../db/backup/drill.ts';
import { restoreStore } from '../../db/backup/restore.ts';
import { verifyBackups } from '../../db/backup/verify.ts';
import { archiveYear } from '../../db/maintenance/archive.ts';
import { vacuum } from '../../db/maintenance/vacuum.ts';
import { createRandom, type Random } from '../../db/sample/random.ts';
import { openStore } from '../../db/store/open-store.ts';
import { answerOf } from '../../db/testing/answer.ts';
import type { Asked, Said } from '../../db/testing/ask-damaged.ts';
import { backUpBeside, backupsBeside, filesWithin } from '../../db/testing/backup-store.ts';
import { randomDrafts } from '../../db/testing/random-drafts.ts';
import { insertRecords, unwatched } from '../../db/testing/test-store.ts';
import { Asker } from './asker.ts';
import { inWords } from './check-store.ts';
import { answersOf, answersOfColumns, questions } from './expected.ts';
import type { FaultCase, Tally, Try } from './fault.ts';
import { spoilFile } from './spoil.ts';

const drafts = randomDrafts(createRandom(81), { records: 1_500, from: '2022-01-01', to: '2024-06-30' });
const late = randomDrafts(createRandom(82), { records: 200, from: '2024-01-01', to: '2024-06-30' });
const all = [...drafts, ...late];
const ARCHIVES = ['archive_2022.db', 'archive_2023.db'];

export const damages: readonly FaultCase[] = [
  {
    group: 'damage',
    name: 'live',
    weight: 1,
    short: 1,
    run: (how, tally) => damageStore(() => 'live.db', how, tally),
  },
  {
    group: 'damage',
    name: 'an archive',
    weight: 1,
    short: 1,
    run: (how, tally) => damageStore((random) => random.pick(ARCHIVES), how, tally),
  },
  { group: 'damage', name: 'backups', weight: 3, short: 20, run: damageBackups },
];

/** A store of two archives with two backups beside it. */
async function makeStore(path: string): Promise<void> {
  const store = openStore(path);
  await store.foreignWrites.writing(async () => {
    await insertRecords(store, drafts);
    for (const year of [2022, 2023]) archiveYear(store, year, unwatched);
    vacuum(store, unwatched); // few bytes that nothing is kept in
    await backUpBeside(path);
    await insertRecords(store, late);
  });
  store.close();
  await answersOfColumns(path); // keeps columns of the records, as the program does soon after each start
  await backUpBeside(path);
}

async function damageStore(choose: (random: Random) => string, how: Try, tally: Tally): Promise<void> {
  if (process.platform === 'win32') {
    tally.count('not tried, as files cannot be copied with their times');
    return;
  }
  const { tries, random, scratch } = how;
  const template = join(scratch, 'template');
  const path = join(scratch, 'try');
  await makeStore(template);
  const asker = new Asker();
  try {
    const expected = await answersOfSound(template, asker);
    for (let nth = 0; nth < tries; nth++) {
      copyWithTimes(template, path);
      const name = choose(random);
      const about = `${name}, ${spoilFile(join(path, name), random)}`;
      tally.tried++;
      judge(await asker.ask({ path, questions }), { expected, about }, tally);
      if (nth % RESTORED_EVERY === 0) await checkRestored(path, backupsBeside(template), about, tally);
    }
  } finally {
    asker.close();
  }
}

/** A restore takes as long as all the rest of a try. */
const RESTORED_EVERY = 5;

/** With the times of its files, by which the program knows that nobody wrote to them. */
function copyWithTimes(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  spawnSync('cp', ['-a', from, to]);
}

/** What the sound store says, which is what the oracle says. */
interface Sound {
  rows: unknown[][];
  content: string | null;
}

async function answersOfSound(path: string, asker: Asker): Promise<Sound> {
  const copy = `${path}-sound`;
  copyWithTimes(path, copy);
  const asked = await asker.ask({ path: copy, questions });
  const rows = asked?.first.map((said) => said.rows ?? []) ?? [];
  const isAsItShould = isDeepStrictEqual(rows.slice(0, questions.length), answersOf(all));
  if (!isAsItShould || asked?.findings.length !== 0 || asked.first.some(({ warned }) => warned)) {
    throw new Error(`The sound store fails: ${JSON.stringify(asked)}`);
  }
  return { rows, content: asked.content };
}

/** Whether an answer is another than it should be and nothing was said with it. */
const isWrong = (said: Said, expected: unknown[] | undefined) =>
  said.rows !== null && !said.warned && !isDeepStrictEqual(said.rows, expected);

function judge(asked: Asked | null, { expected, about }: { expected: Sound; about: string }, tally: Tally): void {
  if (asked === null) {
    tally.fault('crashed', `${about}: the process died or hung`);
    return;
  }
  const broke = [asked.broke, ...[...asked.first, ...asked.afterCheck].map((said) => said.broke)].find(Boolean);
  if (broke) tally.fault('untold', `${about}: ${broke}`);
  else if (asked.refused !== null) tally.count('told when it was opened or checked');
  else judgeAnswers(asked, { expected, about }, tally);
}

function judgeAnswers(asked: Asked, { expected, about }: { expected: Sound; about: string }, tally: Tally): void {
  const isFound = asked.findings.length > 0;
  const wrongAt = (answers: Said[]) => answers.findIndex((said, at) => isWrong(said, expected.rows[at]));
  const [first, after] = [wrongAt(asked.first), wrongAt(asked.afterCheck)];
  if (after >= 0) {
    tally.fault(
      'wrong',
      `${about}: question ${after} after ${isFound ? asked.findings.join('; ') : 'a check that found nothing'}`,
    );
  } else if (first >= 0) tally.count('shown in a number before it was found');
  else if (asked.first.some((said) => said.warned)) tally.count('told when asked');
  else if (isFound) tally.count('found by the check');
  else
    tally.count(
      asked.content === expected.content ? 'in bytes that hold nothing' : 'in what no check and no question covers',
    );
}

/** The damaged store takes back what was backed up. */
async function checkRestored(path: string, folder: string, about: string, tally: Tally): Promise<void> {
  try {
    await restoreStore({ store: path, folder, now: new Date().toISOString() }, unwatched);
    const store = openStore(path);
    try {
      const answers = questions.map((question) => answerOf(store, question));
      if (isDeepStrictEqual(answers, answersOf(all))) tally.count('restored');
      else tally.fault('wrong', `${about}: what was restored is not what was backed up`);
    } finally {
      store.close();
    }
  } catch (error) {
    tally.fault('crashed', `${about}: cannot be restored: ${inWords(error)}`);
  }
}

async function damageBackups({ tries, random, scratch }: Try, tally: Tally): Promise<void> {
  const store = join(scratch, 'store');
  await makeStore(store);
  const [sound, folder] = [backupsBeside(store), join(scratch, 'damaged')];
  for (let nth = 0; nth < tries; nth++) {
    rmSync(folder, { recursive: true, force: true });
    cpSync(sound, folder, { recursive: true });
    const name = random.pick(filesWithin(folder));
    const about = `${name}, ${spoilFile(join(folder, name), random)}`;
    tally.tried++;
    if (readFileSync(join(folder, name)).equals(readFileSync(join(sound, name)))) {
      tally.count('zeroed what was zero'); // no damage at all
    } else if (verifyBackups(folder, unwatched).sound) tally.fault('wrong', `${about}: verifying does not find it`);
    else tally.count('found by verifying');
    if (nth % RESTORED_EVERY === 0) await checkDrill(store, folder, about, tally);
  }
}

/** What is damaged is never restored; what is not can be. */
async function checkDrill(store: string, folder: string, about: string, tally: Tally): Promise<void> {
  try {
    const { sound, findings } = await drill({ store, folder }, unwatched);
    tally.count(sound ? 'the newest can be restored' : 'the newest is refused');
    if (!sound && findings.length === 0) tally.fault('untold', `${about}: the drill fails without a word`);
  } catch (error) {
    tally.fault('untold', `${about}: the drill: ${inWords(error)}`);
  }
}
