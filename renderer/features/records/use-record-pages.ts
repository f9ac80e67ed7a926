import { useEffect, useMemo, useReducer, useRef, useState } from 'react';
import type { ProductionRecord, RecordsQueryInput, RecordsWay } from '../../../shared/query/records-query.ts';
import { useAppEvent } from '../../lib/app-events.tsx';
import { useConnection } from '../../lib/connection.tsx';
import { decimalsNeeded } from '../../lib/precision.ts';
import type { Client } from '../../transport/client.ts';
import { type GridField, gridColumns } from './columns.ts';
import { type Extremes, noteExtremes } from './number-room.ts';
import { PageStore } from './page-store.ts';

const PAGE_SIZE = 100;
/** Pages kept: some 6,000 rows, a few megabytes. */
const CAPACITY = 60;
/** How long the rows before are shown dimmed until the places of the new ones are. */
const PATIENCE_MS = 1_200;

const numberFields = gridColumns.filter((column) => column.kind === 'number').map((column) => column.id);

export interface RecordPages {
  store: PageStore<ProductionRecord>;
  /** Decimals of each column of numbers: as many as its rows so far need. */
  decimals: ReadonlyMap<GridField, number>;
  /** The largest that its rows so far hold in each column of numbers, and the letters of the longest unit. */
  extremes: ReadonlyMap<GridField, number>;
  /** How the latest page was found; null before there is one. */
  way: () => RecordsWay | null;
  /** Differs when the rows are others, not when the same ones were read anew. */
  viewKey: string;
}

/**
 * The pages of a query, read anew when the store changes. Until those of a new query are there, the ones before are
 * given with `waiting`, so that rows dim instead of vanishing.
 */
export function useRecordPages(query: RecordsQueryInput): { pages: RecordPages; waiting: boolean; lookedAt: LookedAt } {
  const [generation, renew] = useReducer((count: number) => count + 1, 0);
  const { client, state } = useConnection();
  useAppEvent((event) => {
    if (event.type === 'store-changed') renew();
  });
  // What changed while the connection was lost is unknown.
  const [stateBefore, setStateBefore] = useState(state);
  if (state !== stateBefore) {
    setStateBefore(state);
    if (state === 'connected') renew();
  }

  const viewKey = JSON.stringify(query);
  const next = useMemo(() => createPages(client, viewKey, generation), [client, viewKey, generation]);
  const [shown, setShown] = useState(next);
  const lookedAt = useRef({ first: 0, last: 0 });

  useEffect(() => {
    if (next === shown) return;
    const isSameView = next.viewKey === shown.viewKey;
    const { first, last } = isSameView ? lookedAt.current : { first: 0, last: 40 };
    // What was asked for rows that nobody wants any more is stopped at once, and makes room for what is asked now.
    if (!isSameView) shown.store.close();
    let taken = false;
    const takeOver = () => {
      taken = true;
      setShown(next);
    };
    const takeOverWhenReady = () => {
      if (next.store.has(first, last) || next.store.error) takeOver();
    };
    const stop = next.store.subscribe(takeOverWhenReady);
    const timer = setTimeout(takeOver, PATIENCE_MS);
    next.store.show(first, last);
    return () => {
      stop();
      clearTimeout(timer);
      if (!taken) next.store.close();
    };
  }, [next, shown]);
  useEffect(() => () => shown.store.close(), [shown]);

  return { pages: shown, waiting: next !== shown, lookedAt };
}

/** Which rows are on the screen, told by the grid. */
export interface LookedAt {
  current: { first: number; last: number };
}

function createPages(client: Client, viewKey: string, _generation: number): RecordPages {
  const query: RecordsQueryInput = JSON.parse(viewKey);
  const decimals = new Map<GridField, number>();
  const extremes: Extremes = new Map();
  let way: RecordsWay | null = null;
  const measured = <Rows extends { rows: ProductionRecord[] }>(page: Rows): Rows => {
    for (const field of numberFields) {
      const values = page.rows.map((row) => row[field] as number | null);
      decimals.set(field, decimalsNeeded(values, decimals.get(field)));
    }
    noteExtremes(extremes, page.rows);
    return page;
  };
  const store = new PageStore<ProductionRecord>({
    pageSize: PAGE_SIZE,
    capacity: CAPACITY,
    canJump: query.sort === undefined || query.sort.field === 'productionDate',
    fetch: async (request, signal, onPart) => {
      const asked = { ...query, ...request };
      // What is sought, or must hold of single records, may have to be looked for record by record, and shows what it has found on the way.
      if (!query.search && !query.where?.length) {
        const page = await client.records.page(asked, { signal });
        way = page.way;
        return measured(page);
      }
      for await (const each of await client.records.followPage(asked, { signal })) {
        if (each.type === 'page') {
          way = each.page.way;
          return measured(each.page);
        }
        onPart(measured(each.partial));
      }
      throw new Error('The page ended without its rows.');
    },
  });
  return { store, decimals, extremes, way: () => way, viewKey };
}
