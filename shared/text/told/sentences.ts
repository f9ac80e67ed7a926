/**
 * What the service says in English, in another language: refusals, reasons of rows, results that are kept in the store. A
 * sentence is known by its English words, with names for what stands in it from case to case, as in gettext.
 * 1. The message is cut into sentences from its beginning, each as short as there is one in the list for it.
 * 2. What stands in a sentence is itself looked up, as reasons stand in sentences about rows; where its name ends with an
 *    exclamation mark, as in {what!}, or where it is several sentences, it has to be in the list. {count} is a number.
 * 3. A message of which one sentence is not in the list is left as it is: half of it would be worse.
 * So what was written down long ago (the history of jobs, the log of a folder) is told in the language of today as well.
 */

/** English and the other language, with the same names in braces. */
export type Sentence = readonly [english: string, told: string];

/** More than what stands in one sentence: a name of a file may hold a dot and a blank. */
const SENTENCES = /[.!?]\s+\p{Lu}/u;
const PLACE = /\{(\w+)(!?)\}/g;

interface Compiled {
  pattern: RegExp;
  names: readonly { name: string; isKnown: boolean }[];
  told: string;
}

/**
 * Compiles a list of sentences, and single words that stand in them, into a function that tells a message or gives null.
 * `inForm` brings a sentence in which its values stand into the form that they ask for, such as the particles of Korean.
 */
export function compileSentences(
  sentences: readonly Sentence[],
  words: ReadonlyMap<string, string> = new Map(),
  inForm: (sentence: string) => string = (sentence) => sentence,
): (message: string) => string | null {
  const compiled = sentences.map(compile);

  const inside = (value: string): string | null => words.get(value) ?? tell(value);

  /** What stands in a sentence, by name; null where something in it would have to be in the list, and is not. */
  const valuesOf = (match: RegExpExecArray, names: Compiled['names']): Map<string, string> | null => {
    const values = new Map<string, string>();
    for (const [at, { name, isKnown }] of names.entries()) {
      const value = match[at + 1] ?? '';
      const known = inside(value);
      if (known === null && (isKnown || SENTENCES.test(value))) return null;
      values.set(name, known ?? value);
    }
    return values;
  };

  const tellOne = (text: string): string | null => {
    for (const { pattern, names, told } of compiled) {
      const match = pattern.exec(text);
      const values = match && valuesOf(match, names);
      if (values) return inForm(told.replace(PLACE, (_, name: string) => values.get(name) ?? ''));
    }
    return null;
  };

  function tell(message: string): string | null {
    for (const end of sentenceEnds(message)) {
      const first = tellOne(message.slice(0, end));
      if (first === null) continue;
      if (end === message.length) return first;
      const rest = tell(message.slice(end).trimStart());
      if (rest !== null) return `${first} ${rest}`;
    }
    return null;
  }
  return tell;
}

/** Where a sentence may end, from the beginning on. */
function sentenceEnds(message: string): number[] {
  const within = [...message.matchAll(/[.!?](?=\s+\S)/g)].map(({ index }) => index + 1);
  return [...within, message.length];
}

function compile([english, told]: Sentence): Compiled {
  const names: Compiled['names'][number][] = [];
  const source = english.replace(/[.*+?^$()|[\]\\/]/g, '\\$&').replace(PLACE, (_, name: string, mark: string) => {
    names.push({ name, isKnown: mark === '!' });
    return name === 'count' ? '([\\d.,]+)' : '([\\s\\S]+?)';
  });
  return { pattern: new RegExp(`^${source}$`), names, told };
}
