import { Button, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Batch } from '../../../shared/contract/schemas.ts';
import { useClient } from '../../lib/connection.tsx';
import { useFormat, useText } from '../../lib/language.tsx';
import css from './imports.module.css';
import { text } from './text.ts';

/** Says what undoing an import will do before it is done; the job then tells how it goes. */
export function UndoDialog({ batch, onClose }: { batch: Batch; onClose: () => void }) {
  const t = useText(text);
  const format = useFormat();
  const client = useClient();
  const undo = useMutation({
    mutationFn: () => client.imports.undo({ batchId: batch.batchId }),
    onSuccess: onClose,
  });
  const dates = batch.firstDate && batch.lastDate ? format.dateRange(batch.firstDate, batch.lastDate) : '';
  const inserted = format.number(batch.inserted);
  return (
    <Modal opened onClose={onClose} title={t.undoTitle(batch.file)} size="md">
      <div className={css.dialogWords}>
        {batch.inserted > 0 && <p>{t.undoWillRemove(inserted, dates)}</p>}
        {batch.updated > 0 && <p>{t.undoWillRestore(format.number(batch.updated))}</p>}
        <p className={css.quiet}>{t.undoKeepsFile}</p>
        {undo.isError && (
          <p className={css.bad} role="alert">
            {undo.error.message}
          </p>
        )}
      </div>
      <div className={css.dialogButtons}>
        <Button variant="default" onClick={onClose}>
          {t.keep}
        </Button>
        <Button color="red.9" loading={undo.isPending} onClick={() => undo.mutate()}>
          {batch.inserted > 0 ? t.undoConfirm(inserted) : t.undo}
        </Button>
      </div>
    </Modal>
  );
}
