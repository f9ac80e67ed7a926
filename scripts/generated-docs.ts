import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtInIndexes, SEARCH_INDEX } from '../db/indexes/definitions.ts';
import { commands as cliCommands } from '../electron/cli/commands/index.ts';
import { commandReference } from '../electron/cli/documentation.ts';
import { rangeWords } from '../renderer/features/settings/settings-edit.ts';
import { text as settingsText } from '../renderer/features/settings/text.ts';
import { createFormat } from '../renderer/lib/format.ts';
import { type CommandDefinition, commandIds, commands } from '../shared/commands/registry.ts';
import { settingDefinitions, settingNames } from '../shared/contract/settings.ts';
import { en } from '../shared/text/en.ts';
import { indexWords } from '../shared/text/indexes.ts';
import { importParts } from './import-docs/import-parts.ts';
import { root } from './run-process.ts';

/** A part of a page that is made from the program's own tables. It stands between two comments that bear its name. */
interface GeneratedPart {
  page: string;
  name: string;
  content: () => string;
}

const parts: readonly GeneratedPart[] = [
  { page: 'docs/cli.md', name: 'commands', content: () => commandReference(cliCommands) },
  { page: 'docs/performance.md', name: 'indexes', content: indexTable },
  { page: 'docs/using.md', name: 'shortcuts', content: shortcutTable },
  { page: 'docs/using/settings.md', name: 'settings', content: settingsTable },
  ...Object.entries(importParts).map(([name, content]) => ({ page: 'docs/import.md', name, content })),
];

/** Pages of docs/ with their generated parts made anew; what stands around the parts is kept. */
export function generatedPages(): { path: string; text: string }[] {
  return [...Map.groupBy(parts, ({ page }) => page)].map(([page, ofPage]) => {
    const path = join(root, page);
    const before = readFileSync(path, 'utf8');
    return { path, text: ofPage.reduce((text, { name, content }) => withPart(text, name, content()), before) };
  });
}

/** A page with one part replaced. Throws when the page does not have both marks of the part. */
export function withPart(page: string, name: string, content: string): string {
  const begin = `<!-- ${name}: begin -->`;
  const end = `<!-- ${name}: end -->`;
  const from = page.indexOf(begin);
  const to = page.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`The page has no part between '${begin}' and '${end}'.`);
  return `${page.slice(0, from)}${begin}\n\n${content}\n\n${page.slice(to)}`;
}

function shortcutTable(): string {
  const rows = commandIds.flatMap((id) => {
    const { key }: CommandDefinition = commands[id];
    return key ? [`| \`${key.replace('Mod', 'Ctrl')}\` | ${en.commands[id].replace('…', '')} |`] : [];
  });
  return ['| keys | what they do |', '|---|---|', ...rows].join('\n');
}

function settingsTable(): string {
  const { settings, groups, units } = settingsText.en;
  const format = createFormat('en');
  const rows = settingNames.map((name) => {
    const { group, unit } = settingDefinitions[name];
    const { label, words } = settings[name];
    return `| ${groups[group]} | ${label} | ${units[unit]} | ${words} | ${rangeWords(name, settingsText.en, format)} |`;
  });
  return ['| group | setting | unit | what it does | values |', '|---|---|---|---|---|', ...rows].join('\n');
}

function indexTable(): string {
  const { purposes, serves } = indexWords.en;
  const own = Object.entries(builtInIndexes).map(([name, index]) => {
    const by = `\`${index.columns.join(', ')}\`${index.where ? ` where \`${index.where}\`` : ''}`;
    const besides = index.serves ? serves[index.serves] : '';
    return `| \`${name}\` | \`${index.table}\` by ${by} | ${index.files === 'live' ? 'live' : 'every'} | ${purposes[name]} | ${besides} |`;
  });
  const search = `| \`${SEARCH_INDEX}\` | \`records\`, three letters at a time | every | ${purposes[SEARCH_INDEX]} | |`;
  return ['| index | of | files | for | beside questions |', '|---|---|---|---|---|', ...own, search].join('\n');
}
