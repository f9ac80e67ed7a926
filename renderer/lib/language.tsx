import { createContext, type ReactNode, use, useLayoutEffect, useMemo, useState } from 'react';
import { type Labels, type Language, labels, languages } from '../../shared/text/labels.ts';
import { createFormat, type Format } from './format.ts';

const STORAGE_KEY = 'throughline.language';

interface LanguageValue {
  language: Language;
  setLanguage: (language: Language) => void;
  format: Format;
}

const LanguageContext = createContext<LanguageValue | null>(null);

/** The remembered language, else the first of the system's that the program speaks, else English. */
function initialLanguage(): Language {
  const wanted = [localStorage.getItem(STORAGE_KEY), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return languages.find((language) => language === wanted.find((tag) => languages.some((l) => l === tag))) ?? 'en';
}

/** The system's own variant of a language (en-US, en-GB ...), so that numbers and dates look as they do elsewhere. */
function localeOf(language: Language): string {
  return navigator.languages.find((tag) => tag.slice(0, 2) === language && tag.length > 2) ?? language;
}

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setState] = useState(initialLanguage);
  useLayoutEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const value = useMemo(() => {
    const setLanguage = (next: Language) => {
      localStorage.setItem(STORAGE_KEY, next);
      setState(next);
    };
    return { language, setLanguage, format: createFormat(localeOf(language)) };
  }, [language]);
  return <LanguageContext value={value}>{children}</LanguageContext>;
}

export function useLanguage(): LanguageValue {
  const value = use(LanguageContext);
  if (!value) throw new Error('No language above this component');
  return value;
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
