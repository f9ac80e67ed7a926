import { columnInWords, shapeText } from '../../../shared/import/shape-text.ts';
import { useText } from '../../lib/language.tsx';

/** How columns are shown: one that no heading names is called in the language of the window. */
export function useColumnNames(): {
  shown: (column: string) => string;
  options: (columns: readonly string[]) => Option[];
} {
  const words = useText(shapeText);
  const shown = (column: string) => columnInWords(words, column);
  return { shown, options: (columns) => columns.map((value) => ({ value, label: shown(value) })) };
}

interface Option {
  value: string;
  label: string;
}
