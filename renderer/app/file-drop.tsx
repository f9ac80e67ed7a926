import { IconFileImport } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { putFiles } from '../lib/file-inbox.ts';
import { useText } from '../lib/language.tsx';
import { formatHash, goTo } from '../lib/router.tsx';
import { viewInFile } from '../lib/view-in-file.ts';
import css from './file-drop.module.css';
import { routes } from './routes.tsx';
import { text } from './text.ts';

/** A report of ours opens the view that made it; any other file goes to the Imports screen. */
async function open(files: readonly File[]): Promise<void> {
  const [file, ...more] = files;
  const view = file && more.length === 0 ? await viewInFile(file) : null;
  if (view && routes.some(({ path }) => path === view.screen)) {
    window.location.hash = formatHash(view.screen, new URLSearchParams(view.params));
    return;
  }
  putFiles(files);
  goTo('imports');
}

/** A file dropped anywhere on the window is opened. */
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
      void open(files);
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
