import type { RecordCondition } from '../../shared/query/record-conditions.ts';
import { conditionInWords } from '../../shared/text/record-conditions.ts';
import { useLanguage } from '../lib/language.tsx';
import { decimalsOf } from '../lib/precision.ts';

/** Tells a condition on single records as the reader would: what its field is called, and what must hold of it. */
export function useConditionWords(): (condition: RecordCondition) => { name: string; holds: string } {
  const { language, format } = useLanguage();
  return (condition) => conditionInWords(condition, language, (value) => format.number(value, decimalsOf(value)));
}
