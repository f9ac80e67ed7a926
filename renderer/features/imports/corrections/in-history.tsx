import { ActionIcon } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import type { Batch } from '../../../../shared/contract/schemas.ts';
import { useFormat, useText } from '../../../lib/language.tsx';
import css from './corrections.module.css';
import { goToCorrections } from './place.ts';
import { text } from './text.ts';

/** Goes to the rows that an import of the history set aside. */
export function CorrectIcon({ file, batchId }: { file: string; batchId: number }) {
  const t = useText(text);
  return (
    <ActionIcon size="sm" aria-label={t.correctOf(file)} title={t.correct} onClick={() => goToCorrections(batchId)}>
      <IconPencil size={16} aria-hidden />
    </ActionIcon>
  );
}

/** What an import of the history has to do with corrected rows; nothing for most. */
export function CorrectionNote({ batch: { corrected, corrects } }: { batch: Batch }) {
  const t = useText(text);
  const format = useFormat();
  const words = [
    ...(corrects === null ? [] : [t.correctsImport(format.number(corrects))]),
    ...(corrected === 0 ? [] : [t.correctedSince(format.number(corrected))]),
  ];
  return words.length === 0 ? null : <span className={css.quiet}> {words.join(', ')}</span>;
}
