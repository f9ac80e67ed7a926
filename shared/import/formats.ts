/** What a file can be, as data: where the names of its columns stand, and what the number of a record's place counts. */
export const fileFormats = [
  'csv',
  'workbook',
  'xml-workbook',
  'html',
  'json-lines',
  'json',
  'sqlite',
  'parquet',
] as const;
export type FileFormat = (typeof fileFormats)[number];

interface FormatFacts {
  /** The names of the columns are of the format itself and stand in no line; where they do stand in one, it is looked for. */
  isNamed: boolean;
  /** What tells where a record stands: the line of a text, or the row of a table. */
  counts: 'lines' | 'rows';
}

/** A JSON document counts its objects, as they may share a line or spread over many. */
export const formatFacts: Record<FileFormat, FormatFacts> = {
  csv: { isNamed: false, counts: 'lines' },
  workbook: { isNamed: false, counts: 'rows' },
  'xml-workbook': { isNamed: false, counts: 'rows' },
  html: { isNamed: false, counts: 'rows' },
  'json-lines': { isNamed: true, counts: 'lines' },
  json: { isNamed: true, counts: 'rows' },
  sqlite: { isNamed: true, counts: 'rows' },
  parquet: { isNamed: true, counts: 'rows' },
};

/** How the cells of delimited text are kept apart and surrounded. */
export interface TextDialect {
  delimiter: string;
  /** What surrounds a cell that holds a delimiter or a line break; '' where nothing does. */
  quote: '"' | "'" | '';
  /** How a quote within such a cell is written: twice, or after a backslash, which then also marks delimiters and breaks. */
  escaping: 'doubled' | 'backslash';
}

/** How everything is written that is no delimited text by itself. */
export const plainDialect: TextDialect = { delimiter: ',', quote: '"', escaping: 'doubled' };
