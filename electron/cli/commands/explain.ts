import type { Origin } from '../../../shared/contract/explain.ts';
import { type HealthSubject, healthSubjects } from '../../../shared/explain/figures.ts';
import { parseReportQuery } from '../../../shared/query/report-query.ts';
import { integerOption, readJsonArgument, textOption, usageError } from '../arguments.ts';
import type { OptionValues, StoreCommand } from '../command.ts';
import { describeReport } from '../explain-text.ts';
import { describeOrigin } from '../origin-text.ts';

const subjects = Object.keys(healthSubjects) as HealthSubject[];

export const explain: StoreCommand = {
  name: 'explain',
  parameters: 'JSON|@FILE|- | --import BATCH [--count] | --file NAME [--count] | --figure SUBJECT',
  summary:
    'Says how a query is answered: files, rollups, steps with their times, SQL and what SQLite does to run it; or where the numbers of an import, a file or Health come from.',
  store: 'read',
  options: {
    import: { value: 'BATCH', description: 'what came of an import, by the number that import printed' },
    file: {
      value: 'NAME',
      description: "what a file of the store holds and takes, such as 'live'; 'all' for all of them",
    },
    figure: { value: 'SUBJECT', description: `what the window shows of the program (${subjects.join(', ')})` },
    count: { description: 'count the records of the import or the file one by one' },
  },
  async run({ positionals, values, client }) {
    const origin = readOrigin(values);
    if (origin === null) {
      const [argument, ...more] = positionals;
      if (argument === undefined || more.length > 0 || values.count === true)
        throw usageError(explain, 'One query, please, quoted as one argument.');
      const explained = await client.query.explain(parseReportQuery(await readJsonArgument(argument)));
      return { json: explained, text: describeReport(explained) };
    }
    if (positionals.length > 0) throw usageError(explain, 'A query, or what an option names: one of them, please.');
    if (origin.of === 'health' && values.count === true)
      throw usageError(explain, 'Records are counted of an import or a file.');
    const explained = await client.explain.origin(origin);
    const counted = origin.of !== 'health' && values.count === true ? await client.explain.count(origin) : null;
    return {
      json: { ...explained, ...(counted ? { counted } : {}) },
      text: describeOrigin(explained, counted),
    };
  },
};

/** What the options name; null where they name nothing. Throws where they name several. */
function readOrigin(values: OptionValues): Origin | null {
  const batchId = integerOption(values, 'import', { min: 1, max: Number.MAX_SAFE_INTEGER });
  const file = textOption(values, 'file');
  const figure = textOption(values, 'figure');
  if ([batchId, file, figure].filter((given) => given !== undefined).length > 1) {
    throw usageError(explain, 'One of --import, --file and --figure at a time, please.');
  }
  if (batchId !== undefined) return { of: 'import', batchId };
  if (file !== undefined) return { of: 'file', partition: file === 'all' ? null : file.replace(/\.db$/, '') };
  if (figure === undefined) return null;
  const subject = subjects.find((each) => each === figure);
  if (subject === undefined) throw usageError(explain, `There is no figure '${figure}'.`);
  return { of: 'health', subject };
}
