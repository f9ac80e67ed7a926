import { Button, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { StoreStatus } from '../../../shared/contract/schemas.ts';
import { useClient } from '../../lib/connection.tsx';
import { useFormat, useText } from '../../lib/language.tsx';
import css from './maintenance.module.css';
import { text } from './text.ts';

/** Says what compacting does and what it needs, then starts it. */
export function CompactDialog({ store, onClose }: { store: StoreStatus; onClose: () => void }) {
  const t = useText(text);
  const format = useFormat();
  const client = useClient();
  const live = store.partitions.find((partition) => partition.kind === 'live');
  const compact = useMutation({ mutationFn: () => client.maintenance.vacuum(), onSuccess: onClose });
  return (
    <Modal opened onClose={onClose} title={t.compactTitle} size="md">
      <div className={css.dialogWords}>
        <p>{t.compactWill}</p>
        <p className={css.quiet}>
          {live && live.freeBytes > 0 ? t.compactWords(format.bytes(live.freeBytes)) : t.compactNothing}{' '}
          {live && t.compactNeeds(format.bytes(2 * live.bytes))}
        </p>
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
