import { Select } from '@mantine/core';
import { useState } from 'react';
import type { StoreStatus } from '../../../shared/contract/schemas.ts';
import { useClient } from '../../lib/connection.tsx';
import { useFormat, useText } from '../../lib/language.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
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
  return (
    <ConfirmDialog
      title={t.archiveTitle}
      confirm={chosen ? t.archiveConfirm(String(chosen.year)) : null}
      cancel={t.cancel}
      action={async () => chosen && client.maintenance.archive({ year: chosen.year })}
      onClose={onClose}
    >
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
    </ConfirmDialog>
  );
}
