import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../../lib/connection.tsx';
import { useFormat, useText } from '../../../lib/language.tsx';
import { text } from '../text.ts';
import css from './drop-answers.module.css';

/** Forgets every answer that is kept, and says before what that does. */
export function DropAnswers() {
  const t = useText(text);
  const format = useFormat();
  const client = useClient();
  const queryClient = useQueryClient();
  const drop = useMutation({
    mutationFn: () => client.cache.drop({}),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['health'] }),
  });
  return (
    <div className={css.drop}>
      <p className={css.words} role="status">
        {drop.isSuccess ? t.dropped(format.number(drop.data.dropped)) : t.dropAllHint}
      </p>
      {drop.isError && (
        <p className={css.bad} role="alert">
          {t.notDropped(drop.error.message)}
        </p>
      )}
      <Button variant="default" loading={drop.isPending} onClick={() => drop.mutate()}>
        {t.dropAll}
      </Button>
    </div>
  );
}
