/** How numbers and dates are written, as a choice of a person: a region of the language, and the day on which weeks begin. Pure. */
import type { Language } from '../../shared/text/labels.ts';

/** Regions that write numbers or dates each in a way of their own, as far as a system knows them for a language. */
const regions = ['GB', 'US', 'AU', 'CA', 'IE', 'IN', 'ZA', 'DE', 'AT', 'CH', 'NL', 'DK', 'SE', 'FI', 'KR'] as const;

/** Days on which weeks begin, by their name in a locale. */
export const firstDays = ['mon', 'sat', 'sun'] as const;
export type FirstDay = (typeof firstDays)[number];

export interface RegionChoice {
  /** Two letters, as in 'GB'; null for the system's own. */
  region: string | null;
  /** Null for that of the region. */
  firstDay: FirstDay | null;
}

/** The regions whose way of writing the system knows for a language: of others it would show that of the language itself. */
export function regionsOf(language: Language): string[] {
  return regions.filter((region) => {
    const asked = `${language}-${region}`;
    return new Intl.NumberFormat(asked).resolvedOptions().locale === asked;
  });
}

/** The locale of a choice: of the system's own languages the first in this one, where no region was chosen. */
export function localeOf(language: Language, { region, firstDay }: RegionChoice, system: readonly string[]): string {
  const own = system.find((tag) => tag.slice(0, 2) === language && tag.length > 2) ?? language;
  const isKnown = region !== null && regionsOf(language).includes(region);
  const locale = isKnown ? `${language}-${region}` : own;
  return firstDay === null ? locale : `${locale}-u-fw-${firstDay}`;
}

/** Reads what was kept of a choice; what is not understood counts as not chosen. */
export function readRegion(text: string | null): RegionChoice {
  const [region = '', firstDay = ''] = (text ?? '').split(' ');
  return {
    region: regions.find((each) => each === region) ?? null,
    firstDay: firstDays.find((each) => each === firstDay) ?? null,
  };
}

/** What readRegion reads back. */
export function writeRegion({ region, firstDay }: RegionChoice): string {
  return `${region ?? '-'} ${firstDay ?? '-'}`;
}
