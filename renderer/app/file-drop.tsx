import { IconFileImport } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { putFiles } from '../lib/file-inbox.ts';
import { useText } from '../lib/language.tsx';
import { goTo } from '../lib/router.tsx';
import css from './file-drop.module.css';
import { text } from './text.ts';

/** A file dropped anywhere on the window goes to the Imports screen. */
export function FileDrop() {
  const t = useText(text);
  const [over, setOver] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    const on = (type: 'dragover' | 'dragleave' | 'drop', listener: (event: DragEvent) => void) =>
      window.addEventListener(type, listener, { signal: stop.signal });
    on('dragover', (event) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    });
    on('dragleave', (event) => {
      if (event.relatedTarget === null) setOver(false);
    });
    on('drop', (event) => {
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (event.defaultPrevented || files.length === 0) return;
      event.preventDefault();
      putFiles(files);
      goTo('imports');
    });
    return () => stop.abort();
  }, []);
  if (!over) return null;
  return (
    <div className={css.over}>
      <p className={css.words}>
        <IconFileImport size={20} aria-hidden />
        {t.dropToImport}
      </p>
    </div>
  );
}
