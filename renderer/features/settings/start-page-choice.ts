import type { CommandId } from '../../../shared/commands/registry.ts';
import { menus } from '../../../shared/commands/registry.ts';
import { BOARD } from '../../../shared/questions/shown-tile.ts';
import { useLabels, useText } from '../../lib/language.tsx';
import { formatHash } from '../../lib/router.tsx';
import { keepStartPage, useStartPage } from '../../lib/start-page.ts';
import { useDashboardName, useDashboards } from '../../lib/use-dashboards.ts';
import { addressOf, useSavedViews } from '../../lib/use-saved-views.ts';
import { text } from './text.ts';

interface Page {
  value: string;
  label: string;
}

/** Stands for the first screen, which needs no choice. */
const FIRST = '#/overview';

/** What can be opened first, what does, and the way to choose: screens, dashboards, saved views, and a page that was chosen elsewhere. */
export function useStartPageChoice() {
  const t = useText(text);
  const labels = useLabels();
  const nameOf = useDashboardName();
  const chosen = useStartPage();
  const boards = useDashboards().data ?? [];
  const views = useSavedViews().data ?? [];
  const go = menus.go.filter((command) => command !== null);
  const groups = [
    {
      group: t.startScreens,
      items: go.map((command) => ({ value: addressOfScreen(command), label: labels.commands[command] })),
    },
    {
      group: t.startBoards,
      items: boards.map((board) => ({ value: `#/dashboards?${BOARD}=${board.id}`, label: nameOf(board) })),
    },
    { group: t.startViews, items: views.map((view) => ({ value: addressOf(view), label: view.name })) },
  ];
  const known = groups.flatMap(({ items }) => items);
  const value = chosen?.hash ?? FIRST;
  const isListed = known.some((page) => page.value === value);
  const own: Page[] = chosen && !isListed ? [{ value: chosen.hash, label: chosen.name }] : [];
  // Two views with the same address open the same.
  const seen = new Set<string>();
  const isNew = ({ value: address }: Page) => !seen.has(address) && seen.add(address);
  return {
    data: [{ group: t.startOther, items: own }, ...groups]
      .map(({ group, items }) => ({ group, items: items.filter(isNew) }))
      .filter(({ items }) => items.length > 0),
    value,
    choose(next: string | null) {
      const page = known.find((each) => each.value === next);
      if (page) keepStartPage(page.value === FIRST ? null : { hash: page.value, name: page.label });
    },
  };
}

function addressOfScreen(command: CommandId): string {
  return formatHash(command.slice('go.'.length), new URLSearchParams());
}
