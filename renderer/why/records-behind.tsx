import { Button } from '@mantine/core';
import { IconTable } from '@tabler/icons-react';
import type { ReportQueryInput } from '../../shared/query/report-query.ts';
import { writeScope } from '../../shared/questions/scope-url.ts';
import { writeWhere } from '../../shared/questions/where-url.ts';
import { useText } from '../lib/language.tsx';
import { formatHash, parseHash, useHash } from '../lib/router.tsx';
import { Part } from './part.tsx';
import { text } from './text.ts';
import css from './why.module.css';

interface RecordsBehindProps {
  query: ReportQueryInput;
  /** Called as one goes there. */
  onGo: () => void;
}

/** The way from a number to the records that it is made of, each of which tells its file and line; nothing where they are shown already. */
export function RecordsBehind({ query, onGo }: RecordsBehindProps) {
  const t = useText(text);
  const { screen } = parseHash(useHash());
  const address = addressOf(query);
  if (screen === 'records' || address === null) return null;
  return (
    <Part title={t.source}>
      <p className={css.sentence}>{t.recordsBehind}</p>
      <Button
        component="a"
        size="xs"
        variant="default"
        href={address}
        onClick={onGo}
        leftSection={<IconTable size={14} aria-hidden />}
      >
        {t.showRecordsBehind}
      </Button>
    </Part>
  );
}

/** Null where no record can be meant. */
function addressOf({ from, to, filters = [], where = [] }: ReportQueryInput): string | null {
  if (filters.some(({ in: values }) => values.length === 0)) return null;
  const range = from && to ? { from, to } : 'all';
  return formatHash('records', writeWhere(where, writeScope({ range, filters }, new URLSearchParams())));
}
