import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { FoundMeasureAlert, MeasureAlerts } from '../../shared/contract/measure-alerts.ts';
import { useFormat, useLabels, useLanguage, useText } from '../lib/language.tsx';
import css from './measure-alerts.module.css';
import { text } from './text.ts';
import { addressOfFound, foundWords } from './words.ts';

/** What was found of what is watched, each with the way to where it can be looked at; nothing while there is none. */
export function MeasureAlertList({ found, failed }: Pick<MeasureAlerts, 'found' | 'failed'>) {
  const t = useText(text);
  if (found.length === 0 && failed.length === 0) return null;
  return (
    <section className={css.alerts} aria-label={t.found}>
      <ul className={css.list}>
        {found.map((each) => (
          <li key={each.alert.name} className={css.alert}>
            <FoundWords found={each} />
            <Button variant="default" component="a" href={addressOfFound(each)}>
              {t.look}
            </Button>
          </li>
        ))}
        {failed.map(({ name, message }) => (
          <li key={name} className={css.alert}>
            <p className={css.words}>{t.failed(name, message)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One that was found: its name and what it is, in a sentence. */
export function FoundWords({ found }: { found: FoundMeasureAlert }) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const { language } = useLanguage();
  return (
    <>
      <IconAlertTriangle className={css.icon} size={16} aria-hidden />
      <p className={css.words}>
        <strong className={css.title}>{found.alert.name}</strong> {foundWords(found, { t, language, labels, format })}
      </p>
    </>
  );
}
