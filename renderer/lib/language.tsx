import { createContext, type ReactNode, use, useLayoutEffect, useMemo, useState } from 'react';
import { type Labels, type Language, labels, languages } from '../../shared/text/labels.ts';
import { toldIn } from '../../shared/text/told/told.ts';
import { createFormat, type Format } from './format.ts';
import { localeOf, type RegionChoice, readRegion, writeRegion } from './region.ts';

const STORAGE_KEY = 'throughline.language';
const REGION_KEY = 'throughline.region';

interface LanguageValue {
  language: Language;
  setLanguage: (language: Language) => void;
  /** How numbers and dates are written, where a person chose. */
  region: RegionChoice;
  setRegion: (region: RegionChoice) => void;
  format: Format;
}

const LanguageContext = createContext<LanguageValue | null>(null);

/** The remembered language, else the first of the system's that the program speaks, else English. */
function initialLanguage(): Language {
  const wanted = [localStorage.getItem(STORAGE_KEY), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return languages.find((language) => language === wanted.find((tag) => languages.some((l) => l === tag))) ?? 'en';
}

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setState] = useState(initialLanguage);
  const [region, setRegionState] = useState(() => readRegion(localStorage.getItem(REGION_KEY)));
  useLayoutEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const value = useMemo(() => {
    const setLanguage = (next: Language) => {
      localStorage.setItem(STORAGE_KEY, next);
      setState(next);
    };
    const setRegion = (next: RegionChoice) => {
      localStorage.setItem(REGION_KEY, writeRegion(next));
      setRegionState(next);
    };
    const format = createFormat(localeOf(language, region, navigator.languages));
    return { language, setLanguage, region, setRegion, format };
  }, [language, region]);
  return <LanguageContext value={value}>{children}</LanguageContext>;
}

export function useLanguage(): LanguageValue {
  const value = use(LanguageContext);
  if (!value) throw new Error('No language above this component');
  return value;
}

/** A message of the service in the language of the window; as it is where not all of it is known there. */
export function useTold(): (message: string) => string {
  const { language } = useLanguage();
  return (message) => toldIn(language, message) ?? message;
}

/** The same outside of what is shown: by the language that the window says it is in. */
export function toldHere(message: string): string {
  const language = languages.find((each) => each === document.documentElement.lang) ?? 'en';
  return toldIn(language, message) ?? message;
}

/** A feature's own texts in the language of the window: `useText(text)` with `text = { en: {...}, ko: {...} }`. */
export function useText<T>(texts: Record<Language, T>): T {
  return texts[useLanguage().language];
}

/** The plant's words for measures, dimensions, fields and commands. */
export function useLabels(): Labels {
  return labels[useLanguage().language];
}

/** Numbers, dates and durations as the reader writes them. */
export function useFormat(): Format {
  return useLanguage().format;
}
