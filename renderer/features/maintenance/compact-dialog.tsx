import { Button, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useClient } from '../../lib/connection.tsx';
import { useText } from '../../lib/language.tsx';
import { CompactForecast } from './forecast-words.tsx';
import css from './maintenance.module.css';
import { text } from './text.ts';

/** Says what compacting does, gives and needs, then starts it. */
export function CompactDialog({ onClose }: { onClose: () => void }) {
  const t = useText(text);
  const client = useClient();
  const compact = useMutation({ mutationFn: () => client.maintenance.vacuum(), onSuccess: onClose });
  return (
    <Modal opened onClose={onClose} title={t.compactTitle} size="md">
      <div className={css.dialogWords}>
        <p>{t.compactWill}</p>
        <CompactForecast />
        {compact.isError && (
          <p className={css.bad} role="alert">
            {compact.error.message}
          </p>
        )}
      </div>
      <div className={css.dialogButtons}>
        <Button variant="default" onClick={onClose}>
          {t.cancel}
        </Button>
        <Button loading={compact.isPending} onClick={() => compact.mutate()}>
          {t.compactConfirm}
        </Button>
      </div>
    </Modal>
  );
}
