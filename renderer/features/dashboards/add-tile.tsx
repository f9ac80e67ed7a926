import { Button, Modal, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { overviewParts, type TileContent } from '../../../shared/contract/dashboards.ts';
import { measureNames } from '../../../shared/query/measures.ts';
import { useLabels, useText } from '../../lib/language.tsx';
import { formatHash } from '../../lib/router.tsx';
import { useSavedViews } from '../../lib/use-saved-views.ts';
import css from './dashboards.module.css';
import { text } from './text.ts';

interface AddTileProps {
  onAdd: (content: TileContent) => void;
  onClose: () => void;
}

/** What a tile can be made of: saved views, parts of Overview, numbers; found by typing. */
export function AddTile({ onAdd, onClose }: AddTileProps) {
  const t = useText(text);
  const labels = useLabels();
  const views = (useSavedViews().data ?? []).filter(({ screen }) => screen === 'explore');
  const [search, setSearch] = useState('');
  const isFound = (name: string) => name.toLowerCase().includes(search.trim().toLowerCase());
  const add = (content: TileContent) => {
    onAdd(content);
    onClose();
  };
  const foundViews = views.filter(({ name }) => isFound(name));
  const foundParts = overviewParts.filter((part) => isFound(t.parts[part]));
  const foundMeasures = measureNames.filter((measure) => isFound(labels.measures[measure]));
  return (
    <Modal opened onClose={onClose} title={t.addTitle} size={480}>
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
            {foundViews.map(({ name }) => (
              <Choice key={name} name={name}>
                <AddButton label={t.addPicture(name)} onClick={() => add({ of: 'view', name, form: 'picture' })}>
                  {t.asPicture}
                </AddButton>
                <AddButton label={t.addNumber(name)} onClick={() => add({ of: 'view', name, form: 'number' })}>
                  {t.asNumber}
                </AddButton>
              </Choice>
            ))}
            {views.length === 0 && (
              <li className={css.quiet}>
                {t.noViews} <a href={formatHash('explore', new URLSearchParams())}>{t.toExplore}</a>
              </li>
            )}
          </Group>
        )}
        {foundParts.length > 0 && (
          <Group name={t.ofOverview}>
            {foundParts.map((part) => (
              <Choice key={part} name={t.parts[part]}>
                <AddButton
                  label={t.addPicture(t.parts[part])}
                  onClick={() => add({ of: 'overview', part, params: '' })}
                >
                  {t.asPicture}
                </AddButton>
              </Choice>
            ))}
          </Group>
        )}
        {foundMeasures.length > 0 && (
          <Group name={t.numbers}>
            {foundMeasures.map((measure) => (
              <Choice key={measure} name={labels.measures[measure]}>
                <AddButton
                  label={t.addNumber(labels.measures[measure])}
                  onClick={() => add({ of: 'explore', params: `m=${measure}&by=`, form: 'number' })}
                >
                  {t.asNumber}
                </AddButton>
              </Choice>
            ))}
          </Group>
        )}
        {foundViews.length + foundParts.length + foundMeasures.length === 0 && views.length > 0 && (
          <p className={css.group} role="status">
            {t.nothingFound}
          </p>
        )}
      </div>
    </Modal>
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
