import type { Language } from '../../../shared/text/labels.ts';

const usual = ['en', 'ko', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'sl', 'cs', 'tr', 'vi', 'zh', 'ja'];

/** Languages of month names to choose from, and the one in use, as the window's language calls them. */
export function monthLanguages(language: Language, inUse: string | undefined): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(language, { type: 'language' });
  const values = new Set([...usual, ...(inUse ? [inUse] : [])]);
  return [...values].map((value) => ({ value, label: names.of(value) ?? value }));
}
