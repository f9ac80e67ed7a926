import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { type TileContent, type TileForm, tileForms, tileScreens } from '../../../shared/contract/dashboards.ts';
import { type Measure, measureNames } from '../../../shared/query/measures.ts';
import { useFormNames } from '../../lib/board/use-form-names.ts';
import { useLabels, useText } from '../../lib/language.tsx';
import { formatHash } from '../../lib/router.tsx';
import { useSavedViews } from '../../lib/use-saved-views.ts';
import { useWithoutData } from '../../lib/use-without-data.ts';
import { Dialog } from '../../ui/dialog.tsx';
import css from './dashboards.module.css';
import { text } from './text.ts';

interface AddTileProps {
  onAdd: (content: TileContent) => void;
  onClose: () => void;
}

const partScreens = ['overview', 'oee', 'quality', 'records'] as const;

/** What a tile can be made of: saved views, parts of screens, numbers; found by typing. */
export function AddTile({ onAdd, onClose }: AddTileProps) {
  const t = useText(text);
  const labels = useLabels();
  const nameOfForm = useFormNames();
  const saved = useSavedViews().data ?? [];
  const [search, setSearch] = useState('');
  const isFound = (name: string) => name.toLowerCase().includes(search.trim().toLowerCase());
  const add = (content: TileContent) => {
    onAdd(content);
    onClose();
  };
  const views = saved.flatMap((view) => {
    const screen = tileScreens.find((each) => each === view.screen);
    return screen ? [{ name: view.name, forms: tileForms[screen] as readonly TileForm[] }] : [];
  });
  const foundViews = views.filter(({ name }) => isFound(name));
  const parts = partScreens.map((screen) => ({
    screen,
    found: tileForms[screen].filter((form) => isFound(nameOfForm(form)) || isFound(t.screens[screen])),
  }));
  const foundParts = parts.filter(({ found }) => found.length > 0);
  const without = useWithoutData();
  const foundMeasures = measureNames.filter((measure) => isFound(labels.measures[measure]));
  const withData = foundMeasures.filter((measure) => !without.measures.has(measure));
  const withoutData = foundMeasures.filter((measure) => without.measures.has(measure));
  const numberOf = (measure: Measure) => (
    <Choice key={measure} name={labels.measures[measure]}>
      <AddButton
        label={t.addAs(labels.measures[measure], nameOfForm('number'))}
        onClick={() => add({ of: 'explore', params: `m=${measure}&by=`, form: 'number' })}
      >
        {nameOfForm('number')}
      </AddButton>
    </Choice>
  );
  return (
    <Dialog onClose={onClose} title={t.addTitle} size={520}>
      <TextInput
        data-autofocus
        aria-label={t.findTile}
        placeholder={t.findTile}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <div className={css.choices}>
        {(foundViews.length > 0 || views.length === 0) && (
          <Group name={t.savedViews}>
            {foundViews.map(({ name, forms }) => (
              <Choice key={name} name={name}>
                {forms.map((form) => (
                  <AddButton
                    key={form}
                    label={t.addAs(name, nameOfForm(form))}
                    onClick={() => add({ of: 'view', name, form })}
                  >
                    {nameOfForm(form)}
                  </AddButton>
                ))}
              </Choice>
            ))}
            {views.length === 0 && (
              <li className={css.quiet}>
                {t.noViews} <a href={formatHash('explore', new URLSearchParams())}>{t.toExplore}</a>
              </li>
            )}
          </Group>
        )}
        {foundParts.map(({ screen, found }) => (
          <Group key={screen} name={t.screens[screen]}>
            {found.map((form) => (
              <Choice key={form} name={nameOfForm(form)}>
                <AddButton
                  label={t.add(nameOfForm(form))}
                  onClick={() => add({ of: screen, form, params: '' } as TileContent)}
                >
                  {t.addButton}
                </AddButton>
              </Choice>
            ))}
          </Group>
        ))}
        {without.isReady && foundMeasures.length > 0 && (
          <Group name={t.numbers}>
            {withData.map(numberOf)}
            {withoutData.length > 0 && (
              <li>
                <details className={css.folded} open={search !== ''}>
                  <summary>{t.withoutData(withoutData.length)}</summary>
                  <ul className={css.list}>{withoutData.map(numberOf)}</ul>
                </details>
              </li>
            )}
          </Group>
        )}
        {foundViews.length + foundParts.length + foundMeasures.length === 0 && views.length > 0 && (
          <p className={css.group} role="status">
            {t.nothingFound}
          </p>
        )}
      </div>
    </Dialog>
  );
}

function Group({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section aria-label={name}>
      <h3 className={css.group}>{name}</h3>
      <ul className={css.list}>{children}</ul>
    </section>
  );
}

function Choice({ name, children }: { name: string; children: ReactNode }) {
  return (
    <li className={css.choice}>
      <span className={css.choiceName} title={name}>
        {name}
      </span>
      {children}
    </li>
  );
}

interface AddButtonProps {
  label: string;
  onClick: () => void;
  children: ReactNode;
}

function AddButton({ label, onClick, children }: AddButtonProps) {
  return (
    <Button size="compact-xs" variant="default" aria-label={label} onClick={onClick}>
      {children}
    </Button>
  );
}
