/**
 * Korean particles after a value: 은/는, 이/가, 을/를, 과/와 and 으로/로 go by the sound that the word before them ends with, which
 * a sentence written beforehand does not know. Such a sentence has both ('{name}을(를) 읽었습니다'), and the one that fits is chosen
 * when the value stands in it.
 *
 * 1. What is in brackets at the end of a word is not read, so that the word before them counts: '가져오기 12(june.csv)는'.
 * 2. A syllable tells its end, and so does a number, as it is read ('6' is 육, '10' is 십).
 * 3. Latin letters are certain only where they are read letter by letter (CSV, xlsx), or are in the list below.
 * 4. Where the sound is not certain both stay, as people write it themselves.
 */

/** What a word ends with: a vowel, the consonant ㄹ, or another consonant. */
type Sound = 'vowel' | 'l' | 'consonant';

const PARTICLES = /(은\(는\)|이\(가\)|을\(를\)|[과와]\([와과]\)|\(으\)로)/;
const FORMS: Record<string, readonly [afterConsonant: string, afterVowel: string]> = {
  '은(는)': ['은', '는'],
  '이(가)': ['이', '가'],
  '을(를)': ['을', '를'],
  '과(와)': ['과', '와'],
  '와(과)': ['과', '와'],
  '(으)로': ['으로', '로'],
};

/** How the digits are read one by one: 영, 일, 이, 삼, 사, 오, 육, 칠, 팔, 구. */
const DIGITS: readonly Sound[] = [
  'consonant',
  'l',
  'vowel',
  'consonant',
  'vowel',
  'vowel',
  'consonant',
  'l',
  'l',
  'vowel',
];
/** Zeros of a number that is read as 조 or more, of which not all end with a consonant. */
const LARGE_ZEROS = 12;
/** Ends of file names that are read as a word. */
const READ_AS_WORDS = new Map<string, Sound>([
  ['json', 'consonant'],
  ['zip', 'consonant'],
  ['sqlite', 'vowel'],
]);
const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
const ENDS_OF_SYLLABLES = 28;
const END_L = 8;

/** Chooses each particle of a Korean text that is written in both forms by what stands before it; both stay where that is not certain. */
export function fitParticles(text: string): string {
  const parts = text.split(PARTICLES);
  return parts.reduce((before, part, at) => {
    const forms = at % 2 === 1 ? FORMS[part] : undefined;
    return before + (forms ? (chosen(part, forms, soundAtEnd(before)) ?? part) : part);
  }, '');
}

function chosen(particle: string, [consonant, vowel]: readonly [string, string], sound: Sound | null): string | null {
  if (sound === null) return null;
  if (sound === 'l') return particle === '(으)로' ? vowel : consonant;
  return sound === 'vowel' ? vowel : consonant;
}

/** The sound that a text ends with when it is read; null where it is not certain. */
function soundAtEnd(text: string): Sound | null {
  const word = withoutEnd(text);
  const last = word.at(-1) ?? '';
  const code = last.charCodeAt(0);
  if (code >= FIRST_SYLLABLE && code <= LAST_SYLLABLE) {
    const end = (code - FIRST_SYLLABLE) % ENDS_OF_SYLLABLES;
    return end === 0 ? 'vowel' : end === END_L ? 'l' : 'consonant';
  }
  if (last >= '0' && last <= '9') return soundOfNumber(word);
  return soundOfLetters(/[A-Za-z]+$/.exec(word)?.[0] ?? '');
}

/** Without the quotes at the end and what is in brackets there, but for a text that is nothing else. */
function withoutEnd(text: string): string {
  const unquoted = text.replace(/['"’”」』]+$/u, '');
  const unbracketed = unquoted.replace(/\s*\([^()]*\)$/u, '');
  return unbracketed === '' ? unquoted : unbracketed.replace(/['"’”」』]+$/u, '');
}

function soundOfNumber(word: string): Sound | null {
  const zeros = /0*$/.exec(word.replaceAll(',', ''))?.[0].length ?? 0;
  if (zeros >= LARGE_ZEROS) return null;
  return DIGITS[Number(word.at(-1))] ?? null;
}

function soundOfLetters(letters: string): Sound | null {
  const known = READ_AS_WORDS.get(letters.toLowerCase());
  if (known) return known;
  const isSpelled = letters !== '' && (letters === letters.toUpperCase() || !/[aeiouy]/i.test(letters));
  // R is read 아르 by the book and 알 by most.
  if (!isSpelled || /r$/i.test(letters)) return null;
  if (/l$/i.test(letters)) return 'l';
  return /[mn]$/i.test(letters) ? 'consonant' : 'vowel';
}
