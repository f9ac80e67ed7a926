import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../../lib/connection.tsx';
import { useFormat, useText } from '../../../lib/language.tsx';
import { Told } from '../../../ui/told.tsx';
import css from './corrections.module.css';
import { goToCorrections } from './place.ts';
import { text } from './text.ts';

/** Why an import set rows aside; asks nothing without one. */
export function useReasons(batchId: number | null) {
  const client = useClient();
  return useQuery({
    queryKey: ['corrections', { batchId, limit: 0 }],
    queryFn: ({ signal }) => client.corrections.view({ batchId: batchId ?? 0, limit: 0 }, { signal }),
    enabled: batchId !== null,
  });
}

/** Why an import set rows aside, in groups with their lines. */
export function ReasonsList({ batchId }: { batchId: number }) {
  const t = useText(text);
  const format = useFormat();
  const { data } = useReasons(batchId);
  if (!data || data.groups.length === 0) return null;
  return (
    <ul className={css.reasons} aria-label={t.reasonsTitle}>
      {data.groups.map(({ kind, rows, lines }) => (
        <li key={kind}>
          <b>{format.number(rows)}</b>
          <span>
            <Told message={kind} />{' '}
            <span className={css.quiet}>
              {t.lines(lines.map((line) => format.number(line)).join(', '), rows > lines.length)}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Goes to the rows that an import set aside. */
export function CorrectButton({ batchId, onLeave }: { batchId: number; onLeave: () => void }) {
  const t = useText(text);
  return (
    <Button
      variant="default"
      onClick={() => {
        goToCorrections(batchId);
        onLeave();
      }}
    >
      {t.correct}
    </Button>
  );
}
