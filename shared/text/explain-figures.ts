import type { FigureFact, FigureName, FigureSource, Freshness } from '../explain/figures.ts';
import { figuresEn } from './explain-figures-en.ts';
import { figuresKo } from './explain-figures-ko.ts';
import type { Language } from './labels.ts';

/** Words for numbers that no question of records gives. */
export interface FigureWords {
  /** As it is called on the screen, and what it is: how it is counted, measured or reckoned. */
  figures: Record<FigureName, { name: string; formula: string }>;
  sources: Record<FigureSource, string>;
  facts: Record<FigureFact, string>;
  freshness: Record<Freshness, string>;
}

export const figureWords: Record<Language, FigureWords> = { en: figuresEn, ko: figuresKo };
