import { Button, Modal, Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { StoreStatus } from '../../../shared/contract/schemas.ts';
import { useClient } from '../../lib/connection.tsx';
import { useFormat, useText } from '../../lib/language.tsx';
import { archiveFileOf } from './archive-file.ts';
import css from './maintenance.module.css';
import { text } from './text.ts';

/** Chooses a year and says what archiving it does, what stays the same and what is final. */
export function ArchiveDialog({ store, onClose }: { store: StoreStatus; onClose: () => void }) {
  const t = useText(text);
  const format = useFormat();
  const client = useClient();
  const years = [...store.archivableYears].sort((a, b) => a.year - b.year);
  const [year, setYear] = useState(years[0]?.year ?? null);
  const chosen = years.find((each) => each.year === year);
  const archive = useMutation({
    mutationFn: (wanted: number) => client.maintenance.archive({ year: wanted }),
    onSuccess: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t.archiveTitle} size="md">
      <div className={css.dialogWords}>
        {chosen ? (
          <>
            <Select
              label={t.archiveYear}
              allowDeselect={false}
              data={years.map((each) => ({
                value: String(each.year),
                label: t.archiveOption(String(each.year), format.number(each.records)),
              }))}
              value={String(chosen.year)}
              onChange={(value) => setYear(Number(value))}
            />
            <p>
              {t.archiveWill(
                format.number(chosen.records),
                String(chosen.year),
                archiveFileOf(chosen.year, store.partitions),
              )}{' '}
              {t.archiveSame}
            </p>
            <p>{t.archiveFixed}</p>
            <p className={css.quiet}>{t.archiveSafe}</p>
          </>
        ) : (
          <p>{t.archiveNone}</p>
        )}
        {archive.isError && (
          <p className={css.bad} role="alert">
            {archive.error.message}
          </p>
        )}
      </div>
      <div className={css.dialogButtons}>
        <Button variant="default" onClick={onClose}>
          {t.cancel}
        </Button>
        {chosen && (
          <Button loading={archive.isPending} onClick={() => archive.mutate(chosen.year)}>
            {t.archiveConfirm(String(chosen.year))}
          </Button>
        )}
      </div>
    </Modal>
  );
}
