import type { Question } from '../../../../shared/contract/schemas.ts';
import { AS_WRITTEN } from '../../../../shared/import/dates.ts';
import { kindsOfChoice } from '../../../../shared/import/kind-choice.ts';
import { rateOfChoice } from '../../../../shared/import/rate-choice.ts';
import { yieldOfChoice } from '../../../../shared/import/yield-choice.ts';
import type { useFormat } from '../../../lib/language.tsx';
import { exampleDate, tellingNumber } from '../questions.ts';
import type { ImportsText } from '../text.ts';
import type { ValuesText } from './text.ts';

type Words = ImportsText;
type ValueWords = ValuesText;
type Format = ReturnType<typeof useFormat>;

/** A question as a person reads it. */
export interface AskedWords {
  legend: string;
  choice(value: string): string;
}

/** The words of a question; `sample` is a text of the file on which the answers differ, where there is one. */
export function wordsOf(
  question: Question,
  t: Words,
  v: ValueWords,
  format: Format,
  sample: string | null,
): AskedWords {
  const { field, column = '', message } = question;
  const shown = question.sample ?? sample ?? '';
  const dateSample = field === 'dateFormat' ? sample : null;
  switch (field) {
    case 'dateFormat':
      return {
        legend: question.column === undefined ? t.askDate(dateSample) : v.askColumnDate(column, shown),
        choice: (value) => dateChoice(value, dateSample, v, format),
      };
    case 'thousandsMark':
      return {
        legend:
          question.column === undefined ? t.askNumber(shown === '' ? null : shown) : v.askColumnNumber(column, shown),
        choice: (value) => numberChoice(value, tellingNumber([shown]), t, format),
      };
    case 'percent':
      return { legend: v.askPercent(column, shown), choice: (value) => v.percent[value] ?? value };
    case 'unit':
      return {
        legend: question.samples ? v.askTimes(format.list(columnsWithSamples(question))) : v.askUnit(column, shown),
        choice: (value) => (value === '*' ? v.eachItsOwn : (v.clockUnits[value] ?? v.inUnit(value))),
      };
    case 'letterM':
      return { legend: v.askPercent(column, shown), choice: (value) => v.letterM[value] ?? value };
    case 'nulls':
      return {
        legend: question.choices.includes('date') ? v.askNoDate(column, shown) : v.askNothing(column, shown),
        choice: (value) => v.nothing[value] ?? value,
      };
    case 'merged': {
      const { from = 0, to = 0, file = null } = question.rows ?? {};
      return {
        legend: v.askMerged(column, shown, { from: format.number(from), to: format.number(to), file }),
        choice: (value) => v.merged[value] ?? value,
      };
    }
    case 'reasons':
      return {
        legend: v.askReasons(column, question.columns?.at(-1) ?? column),
        choice: (value) => v.reasons[value] ?? value,
      };
    case 'reversals':
      return { legend: v.askReversals(column, shown), choice: (value) => v.reversals[value] ?? value };
    case 'alone':
      return { legend: v.askAlone(shown), choice: (value) => v.alone[value] ?? value };
    case 'sameHeading':
      return { legend: v.askSameHeading(column, shown), choice: (value) => v.sameHeading(value) };
    case 'shortened':
    case 'otherUnit':
    case 'share':
      return {
        legend: v.askDoubtful[field](column, shown),
        choice: (value) => (value === 'nothing' ? v.notRead : v.readAsItStands),
      };
    case 'scrapWithin': {
      const [made = '', scrap = ''] = question.columns ?? [];
      return {
        legend: v.askScrapWithin(made, scrap),
        choice: (value) => (value === 'within' ? v.scrapWithin(made, scrap) : v.scrapApart),
      };
    }
    case 'pieces':
      return {
        legend: v.askPieces(column, shown),
        choice: (value) => (kindsOfChoice(value) === null ? v.noPieces : v.pieces),
      };
    case 'leftOver': {
      const [made = '', good = ''] = question.columns ?? [];
      return {
        legend: v.askLeftOver(made, good),
        choice: (value) => (value === 'scrap' ? v.leftOver(made, good) : v.leftOut(made)),
      };
    }
    case 'rate': {
      const [made = '', rate = ''] = question.columns ?? [];
      return {
        legend: v.askRate(made, rate, shown),
        choice: (value) => {
          const taken = rateOfChoice(value);
          if (taken === null) return v.rateApart(made);
          return v.byRate[taken.of](made, taken.scale === 'percent' ? `${rate} / 100` : rate);
        },
      };
    }
    case 'kinds':
      return {
        legend: v.askKinds(column, shown),
        choice: (value) => (kindsOfChoice(value) === null ? v.allGood : v.byKind),
      };
    case 'counter':
      return { legend: v.askCounter(column, shown), choice: (value) => v.counter[value] ?? value };
    case 'yield':
      return {
        legend: v.askYield(column),
        choice: (value) => {
          const taken = yieldOfChoice(value);
          return taken ? v.timesYield[taken.scale](column, taken.column) : v.noYield;
        },
      };
    case 'timeZone':
      return {
        legend: question.choices.includes(AS_WRITTEN) ? v.askOffset(column, shown) : v.askZone(column, shown),
        choice: (value) => (value === AS_WRITTEN ? v.asWritten : value),
      };
    case 'inFileName':
      return { legend: v.askFileName(shown), choice: (value) => fileNameChoice(value, shown, v, format) };
    case 'runIs':
      return { legend: v.askRunIs, choice: (value) => (value === 'startToEnd' ? v.runIs.startToEnd : v.runIs.nothing) };
    case 'timesOn':
      return { legend: v.askTimesOn(column, shown), choice: (value) => v.timesOn[value] ?? value };
    default:
      return { legend: message, choice: (value) => value };
  }
}

/** 'Run time (7.5)'; of columns that go together, as one for each reason does, the first and the last. */
function columnsWithSamples({ columns = [], samples = [] }: Question): string[] {
  const starts = columns.flatMap((_, at) => (samples[at] ? [at] : []));
  return starts.map((start, group) => {
    const last = (starts[group + 1] ?? columns.length) - 1;
    return `${columns[start]}${last > start ? ` … ${columns[last]}` : ''} (${samples[start]})`;
  });
}

function dateChoice(value: string, sample: string | null, v: ValueWords, format: Format): string {
  const date = sample && exampleDate(sample, value);
  const name = v.counted[value] ?? value;
  return date ? `${format.date(date)}  (${name})` : name;
}

/** The date that the name of a file says by a format, wherever it stands in the name. */
function fileNameChoice(value: string, name: string, v: ValueWords, format: Format): string {
  const starts = [...name.matchAll(/\d+/g)].map(({ index }) => index);
  const date = starts.map((at) => exampleDate(name.slice(at), value)).find((found) => found !== null);
  if (!date) return value;
  return `${value.includes('D') ? format.date(date) : v.firstOf(format.date(date))}  (${value})`;
}

function numberChoice(value: string, sample: string | null, t: Words, format: Format): string {
  if (!sample) return t.thousandsMarks[value] ?? value;
  return sample.includes(value)
    ? t.isWhole(format.number(Number(sample.replace(/[.,]/g, ''))))
    : t.isFraction(format.number(Number(sample.replace(',', '.')), 3));
}
