import { counted } from '../../../shared/text/counted.ts';
import { totalsOfFile } from '../../service/file-totals.ts';
import { textOption, usageError } from '../arguments.ts';
import type { PlainCommand } from '../command.ts';
import { fileChoice, fileChoiceOptions } from '../file-choice.ts';
import { readProfile } from '../read-profile.ts';
import { recognitionTable } from '../recognition-table.ts';
import { formatNumber, formatTable } from '../table.ts';

export const inspect: PlainCommand = {
  name: 'inspect',
  parameters: 'FILE [--profile FILE.json] [--encoding NAME] [--part NAME]',
  summary:
    "Says what a file is and how sure that is, and adds up every column: figures to compare with the plant's own system.",
  store: 'none',
  options: {
    profile: { value: 'FILE.json', description: 'how to read the file (default: as guessed)' },
    ...fileChoiceOptions,
  },
  async run({ positionals, values }) {
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw usageError(inspect, 'Which file?');
    const profilePath = textOption(values, 'profile');
    const given = profilePath === undefined ? undefined : await readProfile(profilePath);
    const { profile, recognised, rows, columns } = await totalsOfFile(file, given, fileChoice(values));
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
      json: { file, rows, columns, recognised, profile },
      text: `${found}\n\n${table}\n\n${counted(rows, 'row')}`,
    };
  },
};

const WIDEST = 24;

function shorten(text: string | null): string | null {
  return text !== null && text.length > WIDEST ? `${text.slice(0, WIDEST - 1)}…` : text;
}
