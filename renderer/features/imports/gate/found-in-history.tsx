import { ActionIcon } from '@mantine/core';
import { IconListSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { Batch } from '../../../../shared/contract/schemas.ts';
import { useText } from '../../../lib/language.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { DecidedList } from './decided-list.tsx';
import { text } from './text.ts';

/** What was not plausible in an import of the history and what was decided about it; nothing where nothing was. */
export function FoundInHistory({ batch: { file, findings } }: { batch: Batch }) {
  const t = useText(text);
  const [isOpen, setOpen] = useState(false);
  if (findings.length === 0) return null;
  return (
    <>
      <ActionIcon size="sm" aria-label={t.foundIn(file)} title={t.foundIn(file)} onClick={() => setOpen(true)}>
        <IconListSearch size={16} aria-hidden />
      </ActionIcon>
      {isOpen && (
        <Dialog onClose={() => setOpen(false)} title={t.foundIn(file)} size="lg">
          <DecidedList findings={findings} />
        </Dialog>
      )}
    </>
  );
}
