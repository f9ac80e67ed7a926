/** The files of a workbook beside its sheets (ECMA-376 part 2 and 18): what it holds, how it looks, who made it. */
import { markOfView, VIEW_MARK } from '../../../shared/domain/view-mark.ts';
import type { ReportContent } from '../report-content.ts';
import { namedStyles, type StyleName } from './cell-formats.ts';
import { escapeXml } from './cell-xml.ts';
import * as names from './namespaces.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const PACKAGE = 'application/vnd.openxmlformats-package';
/** The set of properties that programs call custom. */
const CUSTOM_SET = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';
const FIRST_CUSTOM_ID = 2;
/** Ids below are those that every program knows. */
const FIRST_OWN_FORMAT = 164;

/** A sheet's file within the archive; sheets are counted from 1. */
export function sheetFile(sheet: number): string {
  return `xl/worksheets/sheet${sheet}.xml`;
}

/** Every file but the sheets themselves, by its name; `codes` are the number formats of the styles behind the named ones. */
export function packageFiles(
  content: Pick<ReportContent, 'title' | 'writtenAt' | 'view'>,
  sheetNames: readonly string[],
  codes: readonly string[],
): Record<string, string> {
  return {
    '[Content_Types].xml': contentTypes(sheetNames.length),
    '_rels/.rels': relations([
      ['officeDocument', `${names.RELATIONS_NAMESPACE}/officeDocument`, 'xl/workbook.xml'],
      ['core', names.CORE_RELATION, 'docProps/core.xml'],
      ['custom', `${names.RELATIONS_NAMESPACE}/custom-properties`, 'docProps/custom.xml'],
    ]),
    'docProps/core.xml': coreProperties(content),
    'docProps/custom.xml': customProperties(content),
    'xl/workbook.xml': workbook(sheetNames),
    'xl/_rels/workbook.xml.rels': relations([
      ...sheetNames.map((_, at): [string, string, string] => [
        `sheet${at + 1}`,
        `${names.RELATIONS_NAMESPACE}/worksheet`,
        sheetFile(at + 1).slice('xl/'.length),
      ]),
      ['styles', `${names.RELATIONS_NAMESPACE}/styles`, 'styles.xml'],
    ]),
    'xl/styles.xml': styles(codes),
  };
}

function contentTypes(sheets: number): string {
  const parts: [string, string][] = [
    ['xl/workbook.xml', `${SPREADSHEET}.sheet.main+xml`],
    ['xl/styles.xml', `${SPREADSHEET}.styles+xml`],
    ['docProps/core.xml', `${PACKAGE}.core-properties+xml`],
    ['docProps/custom.xml', 'application/vnd.openxmlformats-officedocument.custom-properties+xml'],
    ...Array.from({ length: sheets }, (_, at): [string, string] => [sheetFile(at + 1), `${SPREADSHEET}.worksheet+xml`]),
  ];
  const overrides = parts.map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`);
  return `${HEAD}<Types xmlns="${names.CONTENT_TYPES}"><Default Extension="rels" ContentType="${PACKAGE}.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}

function relations(of: readonly [id: string, type: string, target: string][]): string {
  const each = of.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
  return `${HEAD}<Relationships xmlns="${names.PACKAGE_RELATIONS}">${each.join('')}</Relationships>`;
}

function workbook(sheetNames: readonly string[]): string {
  const sheets = sheetNames.map(
    (name, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="sheet${at + 1}"/>`,
  );
  // The last sheet tells of the rows and has no headings.
  const onEachPage = sheetNames
    .slice(0, -1)
    .map(
      (name, at) =>
        `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">'${escapeXml(name.replaceAll("'", "''"))}'!$1:$1</definedName>`,
    );
  return `${HEAD}<workbook xmlns="${names.SHEET_NAMESPACE}" xmlns:r="${names.RELATIONS_NAMESPACE}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${sheets.join('')}</sheets><definedNames>${onEachPage.join('')}</definedNames></workbook>`;
}

function coreProperties({ title, writtenAt }: Pick<ReportContent, 'title' | 'writtenAt'>): string {
  const at = `${writtenAt.slice(0, 19)}Z`;
  return `${HEAD}<cp:coreProperties xmlns:cp="${names.CORE_PROPERTIES}" xmlns:dc="${names.DUBLIN_CORE}" xmlns:dcterms="${names.DUBLIN_CORE_TERMS}" xmlns:xsi="${names.SCHEMA_INSTANCE}"><dc:title>${escapeXml(title)}</dc:title><dc:creator>Throughline</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created></cp:coreProperties>`;
}

function customProperties({ view }: Pick<ReportContent, 'view'>): string {
  const pieces = view ? markOfView(view) : [];
  const properties = pieces.map(
    (piece, at) =>
      `<property fmtid="${CUSTOM_SET}" pid="${FIRST_CUSTOM_ID + at}" name="${VIEW_MARK}${at + 1}"><vt:lpwstr>${escapeXml(piece)}</vt:lpwstr></property>`,
  );
  return `${HEAD}<Properties xmlns="${names.CUSTOM_PROPERTIES}" xmlns:vt="${names.VALUE_TYPES}">${properties.join('')}</Properties>`;
}

/** What each named style is made of: number of its font, of its filling and of its edge. */
const looks: Record<StyleName, { font: number; fill: number; border: number; align: string }> = {
  plain: { font: 0, fill: 0, border: 0, align: '<alignment vertical="top" wrapText="1"/>' },
  heading: { font: 1, fill: 2, border: 1, align: '<alignment vertical="center"/>' },
  title: { font: 2, fill: 0, border: 0, align: '' },
};

function styles(codes: readonly string[]): string {
  const formats = codes.map(
    (code, at) => `<numFmt numFmtId="${FIRST_OWN_FORMAT + at}" formatCode="${escapeXml(code)}"/>`,
  );
  const named = namedStyles.map((name) => {
    const { font, fill, border, align } = looks[name];
    return `<xf numFmtId="0" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${align}</xf>`;
  });
  const numbers = codes.map(
    (_, at) =>
      `<xf numFmtId="${FIRST_OWN_FORMAT + at}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  );
  const font = (size: number, bold: boolean) =>
    `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><name val="Calibri"/><family val="2"/></font>`;
  const fill = (pattern: string) => `<fill><patternFill patternType="${pattern}"/></fill>`;
  const edge = '<left/><right/><top/>';
  return `${HEAD}<styleSheet xmlns="${names.SHEET_NAMESPACE}"><numFmts count="${codes.length}">${formats.join('')}</numFmts><fonts count="3">${font(11, false)}${font(11, true)}${font(14, true)}</fonts><fills count="3">${fill('none')}${fill('gray125')}<fill><patternFill patternType="solid"><fgColor rgb="FFEEF1F4"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border>${edge}<bottom/><diagonal/></border><border>${edge}<bottom style="thin"><color rgb="FF8A949E"/></bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${named.length + numbers.length}">${named.join('')}${numbers.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}
