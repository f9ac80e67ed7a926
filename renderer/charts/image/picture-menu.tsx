import { ActionIcon, Menu } from '@mantine/core';
import { IconCopy, IconDownload, IconPhoto, IconShare2, IconTable } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { Filter } from '../../../shared/query/report-query.ts';
import { useConnection } from '../../lib/connection.tsx';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { toTsv } from '../../lib/tsv.ts';
import { filterWords } from './caption.ts';
import { pictureOf, toPng } from './picture.ts';
import css from './picture-menu.module.css';
import { fileNameOf } from './svg-text.ts';
import { text } from './text.ts';

const SAY_MS = 4_000;

interface PictureMenuProps {
  /** What the panel is called. */
  title: string;
  /** What its numbers are of. */
  filters: readonly Filter[];
  /** The dates that it is of, where its subtitle does not say them. */
  dates?: { from: string; to: string };
  /** When the newest record that could be in it was read, ISO instant; null while it is not known. */
  asOf: string | null;
  /** What is shown as rows of cells with a heading, numbers as a spreadsheet of the person's locale reads them. */
  table: () => string[][];
}

/** Hands on what the panel around it shows, as a picture or as a table. Stands among the actions of a `Panel`. */
export function PictureMenu({ title, filters, dates, asOf, table }: PictureMenuProps) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const { platform } = useConnection();
  const place = useRef<HTMLSpanElement>(null);
  const [said, setSaid] = useState('');
  const say = (words: string) => {
    setSaid(words);
    setTimeout(() => setSaid((now) => (now === words ? '' : now)), SAY_MS);
  };
  const picture = () => {
    const panel = place.current?.closest('section');
    const body = panel?.querySelector<HTMLElement>('[data-picture="body"]');
    if (!panel || !body) throw new Error('No panel is around the menu that hands it on');
    const subtitle = panel.querySelector('[data-picture="subtitle"]')?.textContent ?? '';
    return pictureOf(body, {
      title: panel.querySelector('h2')?.textContent ?? title,
      lines: [
        subtitle,
        [dates && format.dateRange(dates.from, dates.to), filterWords(filters, { labels, format, t })]
          .filter(Boolean)
          .join(' · '),
      ].filter((line) => line !== ''),
      foot: asOf === null ? '' : t.asOf(format.dateTime(asOf)),
    });
  };
  const save = async (ending: string, make: () => Promise<Blob>) => {
    try {
      const fileName = fileNameOf(title, ending);
      if (await platform.saveMade(fileName, await make())) say(t.saved(fileName));
    } catch (error) {
      say(t.notSaved(error instanceof Error ? error.message : String(error)));
    }
  };
  const copy = async (write: () => Promise<void>, done: string) => {
    try {
      await write();
      say(done);
    } catch {
      say(t.notCopied);
    }
  };
  const saveSvg = () => save('svg', async () => new Blob([picture().svg], { type: 'image/svg+xml' }));
  const savePng = () => save('png', () => toPng(picture()));
  const copyImage = () =>
    copy(
      // The clipboard is asked at once: after a while the click no longer counts as the person's wish.
      () => navigator.clipboard.write([new ClipboardItem({ 'image/png': toPng(picture()) })]),
      t.imageCopied,
    );
  const copyTable = () => {
    const rows = table();
    return copy(() => navigator.clipboard.writeText(toTsv(rows)), t.tableCopied(format.number(rows.length - 1)));
  };
  const label = t.handOn(title);
  return (
    <span ref={place} className={css.place} data-picture="none">
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size="sm" aria-label={label} title={t.menu}>
            <IconShare2 size={16} stroke={1.6} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconDownload size={16} />} onClick={() => void savePng()}>
            {t.savePng}
          </Menu.Item>
          <Menu.Item leftSection={<IconDownload size={16} />} onClick={() => void saveSvg()}>
            {t.saveSvg}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconPhoto size={16} />} onClick={() => void copyImage()}>
            {t.copyImage}
          </Menu.Item>
          <Menu.Item leftSection={<IconTable size={16} />} onClick={() => void copyTable()}>
            {t.copyTable}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <span className={css.said} role="status">
        {said && (
          <span className={css.words}>
            <IconCopy size={14} aria-hidden /> {said}
          </span>
        )}
      </span>
    </span>
  );
}
