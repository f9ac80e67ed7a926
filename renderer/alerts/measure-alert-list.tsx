import { Button } from '@mantine/core';
import type { FoundMeasureAlert, MeasureAlerts } from '../../shared/contract/measure-alerts.ts';
import { useFormat, useLabels, useLanguage, useText } from '../lib/language.tsx';
import { AttentionItem, AttentionList, AttentionWords } from '../ui/attention.tsx';
import { text } from './text.ts';
import { addressOfFound, foundWords } from './words.ts';

/** What was found of what is watched, each with the way to where it can be looked at; nothing while there is none. */
export function MeasureAlertList({ found, failed }: Pick<MeasureAlerts, 'found' | 'failed'>) {
  const t = useText(text);
  if (found.length === 0 && failed.length === 0) return null;
  return (
    <AttentionList label={t.found}>
      {found.map((each) => (
        <AttentionItem key={each.alert.name}>
          <FoundWords found={each} />
          <Button variant="default" component="a" href={addressOfFound(each)}>
            {t.look}
          </Button>
        </AttentionItem>
      ))}
      {failed.map(({ name, message }) => (
        <AttentionItem key={name}>
          <AttentionWords>{t.failed(name, message)}</AttentionWords>
        </AttentionItem>
      ))}
    </AttentionList>
  );
}

/** One that was found: its name and what it is, in a sentence. */
export function FoundWords({ found }: { found: FoundMeasureAlert }) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const { language } = useLanguage();
  return <AttentionWords title={found.alert.name}>{foundWords(found, { t, language, labels, format })}</AttentionWords>;
}
