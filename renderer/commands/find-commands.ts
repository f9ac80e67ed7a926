import { type CommandDefinition, type CommandId, commands } from '../../shared/commands/registry.ts';
import { labels, languages } from '../../shared/text/labels.ts';

/** Whether every word of a query is part of a command's label, in any language, or of its keywords. */
export function isFound(id: CommandId, query: string): boolean {
  const { keywords = '' }: CommandDefinition = commands[id];
  return hasWords([...languages.map((language) => labels[language].commands[id]), keywords].join(' '), query);
}

/** Whether a command is called by every word of a query in some language, rather than found by its keywords. */
export function isCalled(id: CommandId, query: string): boolean {
  return languages.some((language) => hasWords(labels[language].commands[id], query));
}

/** Whether every word of a query is part of a text. */
export function hasWords(text: string, query: string): boolean {
  const words = text.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word));
}
