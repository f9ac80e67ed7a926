import { runReport } from '../../db/engine/answers/run-report.ts';
import { Engine } from '../../db/engine/engine.ts';
import type { RecordDraft } from '../../db/import/rows/record-draft.ts';
import { answerByBruteForce } from '../../db/testing/oracle.ts';
import type { Cell } from '../../shared/query/answer.ts';
import { parseReportQuery, type ReportQueryInput } from '../../shared/query/report-query.ts';

/** What rollups keep, and then what only records tell, by every kind of column. */
export const questions: readonly ReportQueryInput[] = [
  { measures: ['records', 'good', 'scrapRate'], dimensions: ['month', 'line'] },
  { measures: ['records', 'defects'], dimensions: ['defectReason'] },
  { measures: ['records', 'lots', 'good'], dimensions: ['item'] },
  { measures: ['records', 'yield', 'medianYield', 'oee'], dimensions: ['operator', 'week'] },
  { measures: ['records', 'downMinutes'], dimensions: ['downtimeReason', 'operator'] },
];

/** Those that columns of the records answer. */
export const columnQuestions = questions.slice(3);

export type Answers = Cell[][][];

const known = new Map<readonly RecordDraft[], Answers>();

/** What the oracle answers over these records; worked out once for each list. */
export function answersOf(drafts: readonly RecordDraft[]): Answers {
  const answers =
    known.get(drafts) ?? questions.map((question) => answerByBruteForce(drafts, parseReportQuery(question)).rows);
  known.set(drafts, answers);
  return answers;
}

/** What columns say, built anew where their files are those of other records; the files stay. Throws where other than columns answer. */
export async function answersOfColumns(path: string): Promise<Answers> {
  const engine = await Engine.open(path, 'own');
  try {
    await engine.loadColumns();
    const answers: Answers = [];
    for (const question of columnQuestions) {
      const { answer } = await runReport(engine, parseReportQuery(question));
      if (answer.plan.source.of !== 'columns')
        throw new Error(`Columns do not answer: ${JSON.stringify(answer.plan.source)}`);
      answers.push(answer.rows);
    }
    return answers;
  } finally {
    await engine.close();
  }
}
