import { basename } from 'node:path';
import type { Engine } from '../../../../db/engine/engine.ts';
import type { Progress } from '../../../../db/engine/threads/tasks.ts';
import { type BoardContent, type BoardTile, rowsOfTiles } from '../../../../db/reports/board-content.ts';
import { type AboutLine, type AboutSection, asText } from '../../../../db/reports/report-content.ts';
import { nothingMore, writeBeside } from '../../../../db/reports/write-beside.ts';
import type { Dashboard, Tile } from '../../../../shared/contract/dashboards.ts';
import type { ViewAddress } from '../../../../shared/contract/reports.ts';
import type { SavedView } from '../../../../shared/contract/views.ts';
import { type DateRange, defaultRange } from '../../../../shared/domain/range.ts';
import { AppError, isAppError } from '../../../../shared/lib/app-error.ts';
import { isMixed } from '../../../../shared/query/answer-rows.ts';
import type { ChartScope } from '../../../../shared/questions/chart-scope.ts';
import { datesOfChoice, type ScopeChoice, writeScope } from '../../../../shared/questions/scope-url.ts';
import { BOARD, inReadingOrder, type Shown, scopeOfTile, shownBy } from '../../../../shared/questions/shown-tile.ts';
import { createFormat } from '../../../../shared/text/format.ts';
import { formulas } from '../../../../shared/text/formulas.ts';
import { type Language, labels } from '../../../../shared/text/labels.ts';
import { reportWords } from '../../../../shared/text/report.ts';
import { tileWords } from '../../../../shared/text/tiles.ts';
import { datesOfStore, type StoreDates } from '../ask-report.ts';
import { filterLines, scopeLines, warningSection } from '../content-of-report.ts';
import { specificationSection } from '../specification-section.ts';
import type { WrittenReportFile } from '../write-report.ts';
import { exploreTile } from './explore-tile.ts';
import type { TileBody } from './figures.ts';
import { oeeTile } from './oee-tile.ts';
import { isLeftOut, overviewTile } from './overview-tile.ts';
import { qualityTile } from './quality-tile.ts';
import { recordsTile } from './records-tile.ts';
import { TileDesk } from './tile-desk.ts';

export interface BoardRequest {
  board: Dashboard;
  /** The saved views, of which tiles may show some. */
  views: readonly SavedView[];
  /** What the bar says, which holds for tiles without dates or filters of their own. */
  scope: ScopeChoice;
  /** What the file opens when it is dropped on the window; the dashboard where nothing else is named. */
  opens?: ViewAddress;
  /** Whether the board is a whole screen, of which parts that have nothing to tell of are left out; kept tiles say so instead. */
  isScreen?: boolean;
  /** The title of the file; the dashboard's name where it has none of its own. */
  title?: string;
  language: Language;
  locale: string;
  /** The file to write; one that is there is replaced whole or not at all. */
  path: string;
}

/**
 * Writes a dashboard as a PDF: every tile asked anew, in reading order. A tile that cannot be asked says why in its place. Nothing is left of
 * what was cancelled or failed. Throws CANCELLED, the disk's refusal in words, and INVALID_ARGUMENT where there is no record yet.
 */
export async function writeBoardReport(
  engine: Engine,
  {
    board,
    views,
    scope,
    language,
    locale,
    path,
    opens,
    isScreen = false,
    title = nameOfBoard(board, language),
  }: BoardRequest,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<WrittenReportFile & { tiles: number }> {
  const writtenAt = new Date().toISOString();
  const store = await storeDates(engine);
  const dates = datesIn(store, scope);
  const desk = new TileDesk({ engine, language, locale, signal, store });
  const tiles: BoardTile[] = [];
  for (const [done, tile] of inReadingOrder(board.tiles).entries()) {
    onProgress({ phase: 'reading', done, total: board.tiles.length, unit: 'steps' });
    const own = scopeOfTile(tile, scope);
    const asked = { ...datesIn(store, own), filters: own.filters, recordedBy: store.recordedBy };
    if (isScreen && tile.content.of === 'overview' && (await isLeftOut(tile.content, asked, desk))) continue;
    tiles.push({ ...(await contentOfTile(tile, views, asked, desk)), scope: ownScope(tile, asked, desk) });
  }
  const asOf = desk.asOf ?? writtenAt;
  const facts = { ...dates, storeName: basename(engine.folder.root), asOf, writtenAt };
  const content: BoardContent = {
    title,
    language,
    locale,
    writtenAt,
    view: overDates(opens ?? addressOf(board), dates, scope),
    rows: rowsOfTiles(tiles),
    tiles,
    cover: [
      { title: reportWords[language].about, lines: scopeLines(facts, language) },
      { title: reportWords[language].filters, lines: filtersInWords(scope, language) },
    ],
    sections: [
      definitions(desk),
      ...specificationSection([...desk.specifications.values()], language),
      ...warningSection([...desk.warnings], language),
    ].filter(({ lines }) => lines.length > 0),
  };
  onProgress({ phase: 'writing', done: tiles.length, total: tiles.length, unit: 'steps' });
  const written = await writeBeside({ format: 'board', path, content }, nothingMore(), signal, () => {});
  return { ...written, asOf, tiles: tiles.length };
}

/** What a dashboard is called; the one that is there to begin with in the language. */
export function nameOfBoard({ name }: Pick<Dashboard, 'name'>, language: Language): string {
  return name ?? tileWords[language].readyMade;
}

/** The first and the last day that have records. Throws INVALID_ARGUMENT where there is none. */
async function storeDates(engine: Engine): Promise<StoreDates> {
  const dates = await datesOfStore(engine);
  if (dates !== null) return dates;
  throw new AppError(
    'INVALID_ARGUMENT',
    'The store holds no record yet, so that a dashboard has nothing to show. Nothing was written; import something first.',
  );
}

function datesIn({ recordedBy, ...store }: StoreDates, { range }: ScopeChoice): DateRange {
  return datesOfChoice(range ?? defaultRange, store.from, store.to, recordedBy) ?? store;
}

async function contentOfTile(
  tile: Tile,
  views: readonly SavedView[],
  scope: ChartScope,
  desk: TileDesk,
): Promise<TileBody> {
  const { content } = tile;
  const shown = shownBy(content, views);
  const lost = content.of === 'view' ? content.name : '';
  if (shown === null) {
    return {
      title: tile.title ?? lost,
      figures: [],
      notes: [reportWords[desk.parts.language].viewGone(lost)],
    };
  }
  const given = tile.title ?? shown.name;
  try {
    const body = await ask(shown, scope, desk);
    return given === null ? body : { ...body, title: given };
  } catch (error) {
    if (!isAppError(error) || error.code === 'CANCELLED') throw error;
    return { title: given ?? '', figures: [], notes: [error.message] };
  }
}

function ask(shown: Shown, scope: ChartScope, desk: TileDesk): Promise<TileBody> {
  switch (shown.screen) {
    case 'explore':
      return exploreTile(shown, scope, desk);
    case 'overview':
      return overviewTile(shown, scope, desk);
    case 'oee':
      return oeeTile(shown, scope, desk);
    case 'quality':
      return qualityTile(shown, scope, desk);
    case 'records':
      return recordsTile(shown, scope, desk);
  }
}

/** The days and filters that a tile has of its own. */
function ownScope(
  { range, filters }: Pick<Tile, 'range' | 'filters'>,
  asked: ChartScope,
  { parts: { language, locale } }: TileDesk,
): AboutLine[] {
  const dates = createFormat(locale).dateRange(asked.from, asked.to);
  return [
    ...(range === null ? [] : [{ name: reportWords[language].dates, cells: [asText(dates)] }]),
    ...(filters === null ? [] : filtersInWords(asked, language)),
  ];
}

function filtersInWords({ filters }: Pick<ScopeChoice, 'filters'>, language: Language): AboutLine[] {
  if (filters.length > 0) return filterLines(filters, language);
  return [{ name: reportWords[language].noFilters, cells: [] }];
}

function addressOf({ id }: Dashboard): ViewAddress {
  return { screen: 'dashboards', params: new URLSearchParams({ [BOARD]: id }).toString() };
}

/** An address over the very days that were written, as 'last 12 months' means others later. */
function overDates({ screen, params }: ViewAddress, range: DateRange, { filters }: ScopeChoice): ViewAddress {
  return { screen, params: writeScope({ range, filters }, new URLSearchParams(params)).toString() };
}

/** How each number of the page is worked out, once for all tiles. */
function definitions({ measures, parts: { language } }: TileDesk): AboutSection {
  const words = reportWords[language];
  return {
    title: words.definitions,
    headings: [words.definition, words.unit],
    lines: [...measures].map(([measure, units]) => ({
      name: labels[language].measures[measure],
      cells: [
        asText(formulas[language][measure]),
        asText([...units].map((unit) => (isMixed(unit) ? words.mixedUnits : unit)).join(', ')),
      ],
    })),
  };
}
