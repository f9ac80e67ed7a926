import { Spotlight, type SpotlightActionData, spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { type CommandDefinition, commands, menuNames, menus } from '../../shared/commands/registry.ts';
import { useLabels, useText } from '../lib/language.tsx';
import { useCommand, useCommands } from './commands.tsx';
import { Keys } from './keys.tsx';
import css from './palette.module.css';
import { text } from './text.ts';

/** Every command that can be run now, found by its words in either language's label or its keywords. */
export function Palette() {
  const t = useText(text);
  const labels = useLabels();
  const { run, canRun } = useCommands();
  useCommand('view.palette', spotlight.toggle);
  const actions = menuNames.map((menu) => ({
    group: labels.menus[menu],
    actions: menus[menu].flatMap((id): SpotlightActionData[] => {
      if (id === null || id === 'view.palette' || !canRun(id)) return [];
      const { key, keywords }: CommandDefinition = commands[id];
      return [
        {
          id,
          label: labels.commands[id],
          keywords: keywords ?? '',
          rightSection: key && <Keys shortcut={key} />,
          onClick: () => run(id),
        },
      ];
    }),
  }));
  return (
    <Spotlight
      actions={actions.filter((group) => group.actions.length > 0)}
      shortcut={null}
      attributes={{ content: { 'aria-label': t.searchCommands } }}
      highlightQuery
      classNames={{ search: css.search, action: css.action, actionSection: css.section, actionsGroup: css.group }}
      scrollable
      maxHeight={420}
      nothingFound={t.nothingFound}
      searchProps={{
        leftSection: <IconSearch size={16} aria-hidden />,
        placeholder: t.searchCommands,
        'aria-label': t.searchCommands,
      }}
    />
  );
}
