import { Button, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useCommand } from '../../commands/commands.tsx';
import { useClient } from '../../lib/connection.tsx';
import { useFormat, useText, useTold } from '../../lib/language.tsx';
import { useStatus } from '../../lib/use-status.ts';
import css from './sample-plant.module.css';
import { text } from './text.ts';

/** Opens the sample plant: at once in an empty store, after a question where there are records. */
export function SamplePlant() {
  const t = useText(text);
  const format = useFormat();
  const client = useClient();
  const tell = useTold();
  const records = useStatus().data?.records ?? 0;
  const [asked, setAsked] = useState(false);
  const open = useMutation({
    mutationFn: () => client.store.openSamplePlant(),
    onSuccess: () => setAsked(false),
    onError: () => setAsked(true),
  });
  useCommand('file.samplePlant', () => {
    open.reset();
    if (records > 0) setAsked(true);
    else open.mutate();
  });
  return (
    <Modal opened={asked} onClose={() => setAsked(false)} title={t.sampleTitle} size={440}>
      <p>{open.error ? tell(open.error.message) : t.sampleQuestion(format.number(records))}</p>
      <div className={css.buttons}>
        <Button data-autofocus variant="default" onClick={() => setAsked(false)}>
          {t.keepAsIs}
        </Button>
        <Button loading={open.isPending} onClick={() => open.mutate()}>
          {t.addSample}
        </Button>
      </div>
    </Modal>
  );
}
