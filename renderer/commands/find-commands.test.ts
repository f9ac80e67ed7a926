import { describe, expect, it } from 'vitest';
import { commandIds } from '../../shared/commands/registry.ts';
import { isFound } from './find-commands.ts';

const found = (query: string) => commandIds.filter((id) => isFound(id, query));

describe('finding commands', () => {
  it('shows all while nothing is typed', () => {
    expect(found(' ')).toEqual(commandIds);
  });

  it('finds by a part of the label, in either language', () => {
    expect(found('integr')).toEqual(['maintenance.integrity']);
    expect(found('무결성')).toEqual(['maintenance.integrity']);
  });

  it('finds by keywords, and needs all words', () => {
    expect(found('dark')).toEqual(['view.toggleTheme']);
    expect(found('dark excel')).toEqual([]);
  });
});
