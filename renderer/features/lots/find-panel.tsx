import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { FoundLots, LotSummary } from '../../../shared/contract/lots.ts';
import { useCommand } from '../../commands/commands.tsx';
import { useFormat, useText } from '../../lib/language.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { LoadingDim } from '../../ui/loading-dim.tsx';
import { LongName } from '../../ui/long-name.tsx';
import css from './lots.module.css';
import { text } from './text.ts';
import type { LotParams } from './use-lot-params.ts';
import { LOTS_LISTED, useFoundLots } from './use-lots.ts';
import { amountInWords, datesInWords, foundAt, itemsInWords } from './words.ts';

/** The search for a lot and what it finds as one types; the arrow keys go from lot to lot, Enter opens one. */
export function FindPanel({ params }: { params: LotParams }) {
  const t = useText(text);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLElement>(null);
  const [typed, setTyped] = useState(params.find);
  const [before, setBefore] = useState(params.find);
  const [sent, setSent] = useState(params.find);
  if (params.find !== before) {
    setBefore(params.find);
    // What came from here is told late, when more may have been typed.
    if (params.find !== sent) setTyped(params.find);
  }
  const { part, found } = useFoundLots(typed);
  const { find, setFind } = params;
  useEffect(() => {
    if (part === find || part !== typed.trim()) return;
    setSent(part);
    setFind(part);
  }, [part, find, typed, setFind]);
  useCommand('view.search', () => {
    input.current?.focus();
    input.current?.select();
  });
  const goTo = (place: number) => list.current?.querySelectorAll('a')[place]?.focus();
  const onKeyInList = (event: KeyboardEvent) => {
    const links = [...(list.current?.querySelectorAll('a') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    if (event.key === 'ArrowUp' && at === 0) input.current?.focus();
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
      links[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
    else return;
    event.preventDefault();
  };
  return (
    <section className={css.find} aria-label={t.find}>
      <TextInput
        ref={input}
        type="search"
        aria-label={t.find}
        placeholder={t.findHint}
        leftSection={<IconSearch size={15} />}
        rightSection={typed && <CloseButton size="xs" aria-label={t.clearFind} onClick={() => setTyped('')} />}
        value={typed}
        maxLength={200}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && typed) setTyped('');
          else if (event.key === 'ArrowDown' || event.key === 'Enter') goTo(0);
          else return;
          event.preventDefault();
        }}
      />
      <nav ref={list} className={css.found} aria-label={part === '' ? t.newestLots : t.found} onKeyDown={onKeyInList}>
        {found.isError ? (
          <ErrorState error={found.error} onRetry={() => void found.refetch()} />
        ) : (
          <LoadingDim loading={found.isFetching} empty={!found.data} height={320}>
            {found.data && <Found found={found.data} part={part} params={params} />}
          </LoadingDim>
        )}
      </nav>
    </section>
  );
}

function Found({ found, part, params }: { found: FoundLots; part: string; params: LotParams }) {
  const t = useText(text);
  const format = useFormat();
  if (found.lots.length === 0) {
    if (part === '' && found.newest) {
      return <EmptyState title={t.noneAmongNewest(format.number(found.newest))}>{t.noneAmongNewestHint}</EmptyState>;
    }
    return part === '' ? (
      <EmptyState title={t.noneAtAll}>{t.noneAtAllHint}</EmptyState>
    ) : (
      <EmptyState title={t.noneFound(part)}>
        {found.newest === null ? t.noneFoundHint : t.amongNewest(format.number(found.newest))}
      </EmptyState>
    );
  }
  return (
    <>
      <p role="status" className="visually-hidden">
        {t.lotsFound(format.number(found.lots.length), found.lots.length === 1)}
      </p>
      <ul className={css.lots}>
        {found.lots.map((lot) => (
          <li key={lot.lot}>
            <FoundLot summary={lot} part={part} params={params} />
          </li>
        ))}
      </ul>
      {found.newest !== null && <p className={css.note}>{t.amongNewest(format.number(found.newest))}</p>}
      {found.more && <p className={css.note}>{t.cutOff(format.number(LOTS_LISTED))}</p>}
    </>
  );
}

function FoundLot({ summary, part, params }: { summary: LotSummary; part: string; params: LotParams }) {
  const format = useFormat();
  const { lot } = summary;
  const marked = foundAt(lot, part);
  const made = [format.list(summary.lines), itemsInWords(summary, format)];
  return (
    <a className={css.lot} href={params.hrefOf(lot)} aria-current={lot === params.lot ? 'true' : undefined}>
      <span className={css.pair}>
        <span className={css.number}>
          {marked ? (
            <>
              {marked.before}
              <mark>{marked.found}</mark>
              {marked.after}
            </>
          ) : (
            lot
          )}
        </span>
        <span className={css.late}>{datesInWords(summary, format)}</span>
      </span>
      <span className={css.pair}>
        <span className={css.late}>
          <LongName name={made.filter((words) => words !== '').join(' · ')} />
        </span>
        <span>{amountInWords(summary.total ?? summary.good, summary, format)}</span>
      </span>
    </a>
  );
}
