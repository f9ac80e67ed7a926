import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createFormat, type Format } from '../../../shared/text/format.ts';
import { type BoardContent, type BoardTable, type BoardTile, rowsOfTiles } from '../board-content.ts';
import { cellText } from './cell-text.ts';
import { drawChart, firstPanelHeight } from './draw-chart.ts';
import { drawCover, inOneLine } from './draw-cover.ts';
import { drawFigures, FIGURES_HEIGHT } from './draw-figures.ts';
import { drawSection } from './draw-section.ts';
import { drawTable } from './draw-table.ts';
import { STRONG } from './fonts.ts';
import { colours, type Document, MARGIN, openDocument, type PageSize, pageSizes, write } from './page.ts';
import { PageFlow } from './page-flow.ts';
import { columnsOfTable, layOutTable } from './table-layout.ts';

const TITLE = 12;
/** Between a tile and the next. */
const GAP = 18;
/** Of the head of a tile with the first rows of what stands below it. */
const HEAD_HEIGHT = 40;
const FIRST_ROWS = 70;

/** Writes a dashboard to `path`, which must not exist; gives the rows that its tables hold. */
export async function writeBoard(path: string, content: BoardContent): Promise<number> {
  const doc = openDocument(content);
  const written = pipeline(doc, createWriteStream(path, { flags: 'wx', flush: true }));
  const format = createFormat(content.locale);
  const flow = new PageFlow(doc, pageFor(doc, content.tiles, format), content);
  const cut = drawCover(flow, content.title, content.cover);
  for (const group of grouped(content.tiles)) {
    const [first] = group;
    if (isNumber(first)) drawNumbers(flow, group, content);
    else drawTile(flow, first, content);
    flow.y += GAP;
  }
  for (const section of [...cut, ...content.sections]) drawSection(flow, section);
  flow.drawEdges(content.title);
  doc.end();
  await written;
  return rowsOfTiles(content.tiles);
}

/** The smallest page that the tables of all tiles fit on. */
function pageFor(doc: Document, tiles: readonly BoardTile[], format: Format): PageSize {
  const needed = tiles.flatMap(({ table }) => {
    return table ? [layOutTable(doc, columnsOfTable(table.columns), textsOf(table, format)).page] : [];
  });
  return pageSizes.findLast((page) => needed.includes(page)) ?? pageSizes[0];
}

function textsOf({ columns, rows }: BoardTable, format: Format): string[][] {
  return rows.map((row) => columns.map((type, at) => cellText(format, type, row[at] ?? null)));
}

type Group = [BoardTile, ...BoardTile[]];

/** Tiles that are one number each stand side by side where they follow each other; every other tile stands alone. */
function grouped(tiles: readonly BoardTile[]): Group[] {
  const groups: Group[] = [];
  for (const tile of tiles) {
    const last = groups.at(-1);
    if (last && isNumber(last[0]) && isNumber(tile)) last.push(tile);
    else groups.push([tile]);
  }
  return groups;
}

function isNumber({ figures, chart, table, notes }: BoardTile): boolean {
  return figures.length === 1 && !chart && !table && notes.length === 0;
}

function drawNumbers(flow: PageFlow, group: Group, { language }: BoardContent): void {
  const figures = group.flatMap(({ title, figures: own, scope }) =>
    own.map((figure) => ({ ...figure, name: title, note: inOneLine(flow, scope) })),
  );
  drawFigures(flow, figures, language);
}

function drawTile(flow: PageFlow, tile: BoardTile, { language }: BoardContent): void {
  const { doc, width } = flow;
  const { title, scope, figures, chart, table, notes } = tile;
  const drawn = chart && chart.points.length > 0 ? chart : undefined;
  const begins = figures.length > 0 ? FIGURES_HEIGHT : 0;
  flow.makeRoom(HEAD_HEIGHT + begins + (drawn ? firstPanelHeight(drawn) : FIRST_ROWS));
  flow.y += write(doc, title, { at: [MARGIN, flow.y], width, size: TITLE, font: STRONG }) + 2;
  if (scope.length > 0) flow.y += write(doc, inOneLine(flow, scope), quiet(flow)) + 2;
  flow.y += 4;
  drawFigures(flow, figures, language);
  if (drawn) drawChart(flow, drawn);
  if (table) drawFirstRows(flow, table);
  for (const note of notes) {
    flow.makeRoom(16);
    flow.y += write(doc, note, quiet(flow)) + 2;
  }
}

function drawFirstRows(flow: PageFlow, table: BoardTable): void {
  const cells = textsOf(table, flow.format);
  const columns = columnsOfTable(table.columns);
  drawTable(flow, columns, cells, layOutTable(flow.doc, columns, cells, [flow.page]));
  flow.y += 4;
}

function quiet(flow: PageFlow) {
  return { at: [MARGIN, flow.y] as [number, number], width: flow.width, size: 8.5, colour: colours.quiet };
}
