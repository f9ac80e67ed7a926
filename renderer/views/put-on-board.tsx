import { Button, Select, Switch, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import {
  type Dashboard,
  MOST_TILES,
  type TileContent,
  type TileScreen,
  tileContentSchema,
  tileForms,
  tileScreens,
} from '../../shared/contract/dashboards.ts';
import { viewNameSchema } from '../../shared/contract/views.ts';
import { readScope, writeScope } from '../../shared/questions/scope-url.ts';
import { BOARD } from '../../shared/questions/shown-tile.ts';
import { withTile } from '../lib/board/new-tile.ts';
import { useFormNames } from '../lib/board/use-form-names.ts';
import { useClient } from '../lib/connection.tsx';
import { useText } from '../lib/language.tsx';
import { parseHash } from '../lib/router.tsx';
import { withoutTrail } from '../lib/trail.ts';
import { addressOfDashboard, dashboardsKey, useDashboardName, useDashboards } from '../lib/use-dashboards.ts';
import { Dialog } from '../ui/dialog.tsx';
import css from './saved-views.module.css';
import { text } from './text.ts';

/** The screen of an address that a tile can be made of; null for any other. */
export function tileScreenOf(hash: string): TileScreen | null {
  const { screen } = parseHash(hash);
  return tileScreens.find((each) => each === screen) ?? null;
}

/** Stands for a dashboard that is to be made; no id has it. */
const NEW = '+';

interface PutOnBoardProps {
  screen: TileScreen;
  onClose: () => void;
}

/** Makes what a screen shows a tile of a dashboard: which part of it, on which dashboard, with which dates and filters. */
export function PutOnBoard({ screen, onClose }: PutOnBoardProps) {
  const t = useText(text);
  const nameOf = useDashboardName();
  const nameOfForm = useFormNames();
  const boards = useDashboards().data ?? [];
  const put = usePutTile();
  const forms: readonly string[] = tileForms[screen];
  const [form, setForm] = useState(forms[0] ?? '');
  const [chosen, setChosen] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [isOwn, setOwn] = useState(false);
  const boardId = chosen ?? boards[0]?.id ?? NEW;
  const board = boards.find(({ id }) => id === boardId);
  const newName = viewNameSchema.safeParse(name);
  const isFull = board !== undefined && board.tiles.length >= MOST_TILES;
  const target = board ?? (newName.success ? { ...emptyBoard(), name: newName.data } : null);
  const content = contentOf(screen, form);
  if (put.data) {
    return (
      <Dialog onClose={onClose} title={t.putTitle} size={420}>
        <div className={css.form}>
          <p role="status">{t.isPut(nameOf(put.data))}</p>
          <div className={css.buttons}>
            <Button variant="default" onClick={onClose}>
              {t.close}
            </Button>
            <Button component="a" href={addressOfDashboard(put.data.id)} onClick={onClose}>
              {t.openBoard}
            </Button>
          </div>
        </div>
      </Dialog>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (target && content) put.mutate({ board: target, content, isOwn });
  };
  return (
    <Dialog onClose={onClose} title={t.putTitle} size={420}>
      <form className={css.form} onSubmit={submit}>
        {forms.length > 1 && (
          <Select
            data-autofocus
            label={t.putWhat}
            allowDeselect={false}
            value={form}
            data={tileForms[screen].map((each) => ({ value: each, label: nameOfForm(each) }))}
            onChange={(next) => setForm(next ?? form)}
          />
        )}
        <Select
          label={t.putWhere}
          allowDeselect={false}
          value={boardId}
          data={[...boards.map((each) => ({ value: each.id, label: nameOf(each) })), { value: NEW, label: t.newBoard }]}
          onChange={setChosen}
          error={isFull ? t.boardFull(MOST_TILES) : undefined}
        />
        {boardId === NEW && (
          <TextInput
            label={t.newBoardName}
            value={name}
            maxLength={80}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
        <Switch
          label={t.keepScope}
          description={t.keepScopeWords}
          checked={isOwn}
          onChange={(event) => setOwn(event.currentTarget.checked)}
        />
        {put.error && (
          <p role="alert" className={css.failed}>
            {put.error.message}
          </p>
        )}
        <div className={css.buttons}>
          <Button variant="default" onClick={onClose}>
            {t.cancel}
          </Button>
          <Button type="submit" disabled={!target || !content || isFull} loading={put.isPending}>
            {t.put}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** What the address shows as a form; its range and filters are the tile's or the dashboard's, and not the view's. */
function contentOf(screen: TileScreen, form: string): TileContent | null {
  const { params } = parseHash(window.location.hash);
  params.delete(BOARD);
  const asked = writeScope({ range: null, filters: [] }, withoutTrail(params)).toString();
  return tileContentSchema.safeParse({ of: screen, form, params: asked }).data ?? null;
}

function emptyBoard(): Dashboard {
  return { id: crypto.randomUUID(), name: null, revision: 0, tiles: [] };
}

interface Put {
  board: Dashboard;
  content: TileContent;
  /** Whether the tile keeps the dates and filters of the bar as they are now. */
  isOwn: boolean;
}

/** Adds a tile to a dashboard and gives the dashboard as it was kept. */
function usePutTile() {
  const client = useClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async ({ board, content, isOwn }: Put) => {
      const id = crypto.randomUUID();
      const own = isOwn ? scopeNow() : { range: null, filters: null };
      const tiles = withTile(board.tiles, id, content).map((tile) => (tile.id === id ? { ...tile, ...own } : tile));
      const all = await client.dashboards.save({ ...board, tiles });
      queryClient.setQueryData(dashboardsKey, all);
      return all.find((each) => each.id === board.id) ?? board;
    },
  });
}

/** The range and the filters of the bar, each as a tile keeps it. */
function scopeNow(): { range: string; filters: string } {
  const { range, filters } = readScope(parseHash(window.location.hash).params);
  const asParams = (scope: Parameters<typeof writeScope>[0]) => writeScope(scope, new URLSearchParams()).toString();
  return { range: asParams({ range, filters: [] }), filters: asParams({ range: null, filters }) };
}
