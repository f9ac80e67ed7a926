import { Button, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type Tile, type TileContent, tileContentSchema, tileForms } from '../../../shared/contract/dashboards.ts';
import { rangePresets } from '../../../shared/domain/range.ts';
import { readScope } from '../../../shared/questions/scope-url.ts';
import { shownBy } from '../../../shared/questions/shown-tile.ts';
import { useFormNames } from '../../lib/board/use-form-names.ts';
import { useText } from '../../lib/language.tsx';
import { useScope } from '../../lib/scope.tsx';
import { useSavedViews } from '../../lib/use-saved-views.ts';
import { Dialog } from '../../ui/dialog.tsx';
import css from './dashboards.module.css';
import { text } from './text.ts';
import { asParams } from './tile-address.ts';
import { useScopeWords } from './use-scope-words.ts';

interface TileDialogProps {
  tile: Tile;
  onKeep: (tile: Tile) => void;
  onClose: () => void;
}

/** Stands for the bar's in a choice; no address says it. */
const BAR = 'bar';

/** The title of a tile, how it is shown, and whether its range and filters are those of the bar or its own. */
export function TileDialog({ tile, onKeep, onClose }: TileDialogProps) {
  const t = useText(text);
  const [next, setNext] = useState(tile);
  const { ranges, filters } = useChoices(tile);
  const { content } = next;
  const shown = shownBy(content, useSavedViews().data ?? []);
  const forms = shown ? tileForms[shown.screen] : [];
  const nameOfForm = useFormNames();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const title = next.title?.trim() ?? '';
    onKeep({ ...next, title: title === '' ? null : title });
    onClose();
  };
  return (
    <Dialog onClose={onClose} title={t.settingsTitle} size={420}>
      <form className={css.form} onSubmit={submit}>
        <TextInput
          data-autofocus
          label={t.tileTitle}
          description={t.tileTitleHint}
          value={next.title ?? ''}
          maxLength={80}
          onChange={(event) => setNext({ ...next, title: event.currentTarget.value })}
        />
        {forms.length > 1 && (
          <Select
            label={t.form}
            allowDeselect={false}
            value={content.form}
            data={forms.map((form) => ({ value: form, label: nameOfForm(form) }))}
            onChange={(form) => setNext({ ...next, content: withForm(content, form) })}
          />
        )}
        <Select
          label={t.dates}
          allowDeselect={false}
          value={next.range ?? BAR}
          data={ranges}
          onChange={(range) => setNext({ ...next, range: range === BAR ? null : range })}
        />
        <Select
          label={t.filters}
          allowDeselect={false}
          value={next.filters ?? BAR}
          data={filters}
          onChange={(chosen) => setNext({ ...next, filters: chosen === BAR ? null : chosen })}
        />
        <div className={css.buttons}>
          <Button variant="default" onClick={onClose}>
            {t.cancel}
          </Button>
          <Button type="submit">{t.keep}</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The content in another form; as it was where its screen has no such form. */
function withForm(content: TileContent, form: string | null): TileContent {
  return tileContentSchema.safeParse({ ...content, form }).data ?? content;
}

/** The ranges and filters that can be chosen: the bar's, named ones, those of the saved view, those of the bar as it is now. */
function useChoices(tile: Tile) {
  const t = useText(text);
  const words = useScopeWords();
  const bar = useScope();
  const shown = shownBy(tile.content, useSavedViews().data ?? []);
  const ofView = readScope(new URLSearchParams(shown?.params ?? ''));
  const chosen = [
    tile.range === null ? null : readScope(new URLSearchParams(tile.range)).range,
    ofView.range,
    bar.range,
  ].filter((range) => range !== null && typeof range !== 'string');
  const lists = [
    tile.filters === null ? [] : readScope(new URLSearchParams(tile.filters)).filters,
    ofView.filters,
    bar.filters,
  ].filter(({ length }) => length > 0);
  return {
    ranges: once([
      { value: BAR, label: t.asInBar },
      ...rangePresets.map((preset) => ({ value: asParams({ range: preset }), label: words.range(preset) })),
      ...chosen.map((range) => ({ value: asParams({ range }), label: t.datesChosen(words.range(range)) })),
    ]),
    filters: once([
      { value: BAR, label: t.asInBar },
      { value: '', label: t.filtersNone },
      ...lists.map((filters) => ({ value: asParams({ filters }), label: t.filtersOwn(words.filters(filters)) })),
    ]),
  };
}

function once<Choice extends { value: string }>(choices: readonly Choice[]): Choice[] {
  return [...new Map(choices.map((choice) => [choice.value, choice])).values()];
}
