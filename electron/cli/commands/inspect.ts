import { basename } from 'node:path';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { counted } from '../../../shared/text/counted.ts';
import { totalsOfFile } from '../../service/file-totals.ts';
import { textOption, usageError } from '../arguments.ts';
import type { PlainCommand } from '../command.ts';
import { fileChoice, fileChoiceOptions } from '../file-choice.ts';
import { joinOf, joinOptions } from '../join-options.ts';
import { readProfile } from '../read-profile.ts';
import { recognitionTable } from '../recognition-table.ts';
import { formatNumber, formatTable } from '../table.ts';

export const inspect: PlainCommand = {
  name: 'inspect',
  parameters: 'FILE [--profile FILE.json] [--encoding NAME] [--part NAME] [--join FILE] [--on COLUMN=COLUMN]',
  summary:
    "Says what a file is and how sure that is, and adds up every column: figures to compare with the plant's own system.",
  store: 'none',
  options: {
    profile: { value: 'FILE.json', description: 'how to read the file (default: as guessed)' },
    ...fileChoiceOptions,
    ...joinOptions,
  },
  async run({ positionals, values }) {
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw usageError(inspect, 'Which file?');
    const profilePath = textOption(values, 'profile');
    const given = profilePath === undefined ? undefined : await readProfile(profilePath);
    const { path, joinOn } = joinOf(values);
    const choice = { ...fileChoice(values), ...(joinOn && { joinOn }) };
    const second = path === undefined ? undefined : { path, name: basename(path) };
    const { profile, recognised, rows, columns, joined } = await totalsOfFile(file, given, choice, second);
    const table = formatTable(
      [
        { title: 'column', align: 'left' },
        { title: 'filled', align: 'right' },
        { title: 'blank', align: 'right' },
        { title: 'different', align: 'right' },
        { title: 'sum', align: 'right' },
        { title: 'least', align: 'right' },
        { title: 'greatest', align: 'right' },
      ],
      columns.map(({ name, filled, blank, distinct, sum, min, max }) => [
        name,
        formatNumber(filled),
        formatNumber(blank),
        formatNumber(distinct),
        sum,
        shorten(min),
        shorten(max),
      ]),
    );
    const found = recognitionTable(recognised, profile);
    return {
      json: { file, rows, columns, ...(joined && { joined }), recognised, profile },
      text: `${found}\n\n${table}\n\n${counted(rows, 'row')}${second && joined ? describeJoin(second.name, profile, joined) : ''}`,
    };
  },
};

/** How the second file was joined, and how many rows found nothing in it that could be brought along. */
function describeJoin(
  name: string,
  { shape: { join } }: ImportProfile,
  { unmatched, refused }: { unmatched: number; refused: number },
): string {
  const on = (join?.on ?? []).map(({ column, other }) => `${column} = ${other}`).join(', ');
  const none = unmatched === 0 ? '' : `; ${counted(unmatched, 'row')} without one there`;
  const several =
    refused === 0 ? '' : `; ${counted(refused, 'row')} with several there that differ, or one that cannot be read`;
  return `, joined with ${name} by ${on}${none}${several}`;
}

const WIDEST = 24;

function shorten(text: string | null): string | null {
  return text !== null && text.length > WIDEST ? `${text.slice(0, WIDEST - 1)}…` : text;
}
