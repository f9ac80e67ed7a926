import type { AnySchema, InferContractRouterOutputs, InferSchemaOutput } from '@orpc/contract';
import type { Contract } from '../../../shared/contract/contract.ts';
import type { ServedAnswer } from '../../../shared/query/answer.ts';
import type { ServedPage } from '../../../shared/query/records-query.ts';
import type { AnswerFacts, Question } from './question-run.ts';

type Outputs = InferContractRouterOutputs<Contract>;

/** The parts of the contract where questions of records are asked. */
type Area = 'query' | 'records' | 'values' | 'lots';

/** How a call is recorded, with its input as parsed and what it gives: an answer, or each event of a stream. */
export interface QuestionCall<Input, Told> {
  asked(input: Input): Question;
  /** Null for what is not the answer yet. */
  facts(told: Told): AnswerFacts | null;
}

type ToldBy<Output> = Output extends AsyncIterator<infer Event> ? Event : Output;

/** The input of a call as its handler has it, with what was left out filled in. */
type ParsedInput<Call> = Call extends { '~orpc': { inputSchema?: infer Input } }
  ? InferSchemaOutput<Extract<Input, AnySchema>>
  : never;

type QuestionCalls = {
  [In in Area]: {
    [Name in keyof Contract[In] & keyof Outputs[In]]: QuestionCall<
      ParsedInput<Contract[In][Name]>,
      ToldBy<Outputs[In][Name]>
    > | null;
  };
};

/** Every call of those areas, and what it is a question of; null for one that is none. */
export const questionCalls: QuestionCalls = {
  query: {
    run: { asked: (question) => ({ kind: 'report', question }), facts: ofAnswer },
    follow: {
      asked: ({ query }) => ({ kind: 'report', question: query }),
      facts: (told) => (told.type === 'answer' ? ofAnswer(told.answer) : null),
    },
    explain: null,
  },
  records: {
    page: { asked: (question) => ({ kind: 'page', question }), facts: ofPage },
    followPage: {
      asked: (question) => ({ kind: 'page', question }),
      facts: (told) => (told.type === 'page' ? ofPage(told.page) : null),
    },
    count: {
      asked: (question) => ({ kind: 'count', question }),
      facts: (told) => (told.type === 'count' ? ofRows(1, told.cache) : null),
    },
    explain: null,
    get: null,
    history: null,
    source: null,
  },
  values: {
    list: {
      asked: (question) => ({ kind: 'values', question }),
      facts: ({ values, cache }) => ofRows(values.length, cache),
    },
  },
  lots: {
    find: {
      asked: (question) => ({ kind: 'lots', question: { of: 'find', ...question } }),
      facts: ({ lots, cache }) => ofRows(lots.length, cache),
    },
    story: {
      asked: (question) => ({ kind: 'lots', question: { of: 'story', ...question } }),
      facts: ({ records, cache }) => ofRows(records.length, cache),
    },
    similar: {
      asked: (question) => ({ kind: 'lots', question: { of: 'similar', ...question } }),
      facts: ({ lots, cache }) => ofRows(lots.length, cache),
    },
    touched: {
      asked: (question) => ({ kind: 'lots', question: { of: 'touched', ...question } }),
      facts: ({ lots, cache }) => ofRows(lots.length, cache),
    },
  },
};

function ofAnswer({ rows, cache, plan }: ServedAnswer): AnswerFacts {
  return { rows: rows.length, cache, source: plan.source, plan };
}

function ofPage({ rows, cache, way }: ServedPage): AnswerFacts {
  return { rows: rows.length, cache, source: { of: 'page', way }, plan: null };
}

/** Of an answer that does not tell how it was made. */
function ofRows(rows: number, cache: AnswerFacts['cache']): AnswerFacts {
  return { rows, cache, source: null, plan: null };
}
