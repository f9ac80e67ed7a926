import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useText } from '../../lib/language.tsx';
import css from './imports.module.css';
import { text } from './text.ts';

/** Says where files can be dropped (anywhere on the window, in fact) and offers to choose some. */
export function DropArea({ onChoose, error }: { onChoose: () => void; error: string | null }) {
  const t = useText(text);
  return (
    <section className={css.drop} aria-label={t.drop}>
      <IconFileImport size={28} stroke={1.5} aria-hidden />
      <div className={css.dropWords}>
        <p className={css.strong}>{t.drop}</p>
        <p className={css.quiet}>{t.dropHint}</p>
        {error && (
          <p className={css.bad} role="alert">
            {t.chooseFailed} {error}
          </p>
        )}
      </div>
      <Button onClick={onChoose}>{t.choose}</Button>
    </section>
  );
}
