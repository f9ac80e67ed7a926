import { Button, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Standby } from '../../../../shared/contract/standby.ts';
import { useClient } from '../../../lib/connection.tsx';
import { useText } from '../../../lib/language.tsx';
import { MissingPart } from '../../../ui/missing-part.tsx';
import css from '../maintenance.module.css';
import { text } from './text.ts';

/** Says what failing over does, when, and what would be missing. */
export function FailOverDialog({ standby, onClose }: { standby: Standby; onClose: () => void }) {
  const t = useText(text);
  const client = useClient();
  const failOver = useMutation({ mutationFn: () => client.standby.failOver(), onSuccess: onClose });
  return (
    <Modal opened onClose={onClose} title={t.failOverTitle} size="lg">
      <div className={css.dialogWords}>
        <p>{t.failOverWill}</p>
        <p>{t.failOverLater}</p>
        <p>{t.failOverKept}</p>
        {standby.inStepAt !== null && <MissingPart missing={standby.missing} at={standby.inStepAt} />}
        {failOver.isError && (
          <p className={css.bad} role="alert">
            {failOver.error.message}
          </p>
        )}
      </div>
      <div className={css.dialogButtons}>
        <Button variant="default" onClick={onClose}>
          {t.cancel}
        </Button>
        <Button loading={failOver.isPending} onClick={() => failOver.mutate()}>
          {t.confirm}
        </Button>
      </div>
    </Modal>
  );
}
