import { ActionIcon, Button } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconCheck, IconLayoutGrid, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { type Dashboard, MOST_TILES, type Tile, type TileContent } from '../../../shared/contract/dashboards.ts';
import { useCommands } from '../../commands/commands.tsx';
import { compacted } from '../../lib/board/layout.ts';
import { withCopy, withTile } from '../../lib/board/new-tile.ts';
import { useFormat, useText } from '../../lib/language.tsx';
import { useScope } from '../../lib/scope.tsx';
import { type ShownReport, useShowsBoard, useShowsReport } from '../../lib/shown-report.ts';
import { useDashboardName } from '../../lib/use-dashboards.ts';
import { useUndoKeys } from '../../lib/use-undo-keys.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Told } from '../../ui/told.tsx';
import { AddTile } from './add-tile.tsx';
import { BoardArranger } from './board-arranger.tsx';
import { BoardGrid } from './board-grid.tsx';
import { BoardMenu } from './board-menu.tsx';
import css from './dashboards.module.css';
import { text } from './text.ts';
import { TileDialog } from './tile-dialog.tsx';
import type { TileActions } from './tile-frame.tsx';
import type { TileKinds } from './tile-kinds.ts';
import { type Board, useBoard } from './use-board.ts';
import { useScopeWords } from './use-scope-words.ts';

/** One dashboard: to be looked at, or to be arranged. */
export function BoardScreen({ kept, kinds }: { kept: Dashboard; kinds: TileKinds }) {
  const t = useText(text);
  const { run } = useCommands();
  const board = useBoard(kept);
  const { shown, change } = board;
  const [isArranging, setArranging] = useState(false);
  const [isAdding, setAdding] = useState(false);
  const [set, setSet] = useState<Tile | null>(null);
  const [written, setWritten] = useState<ShownReport | null>(null);
  const name = useDashboardName()(shown);
  useShowsReport(written?.title ?? '', written?.query ?? null, written?.comparison);
  useShowsBoard(shown.id, name);
  useUndoKeys(board);

  const tiles = compacted(shown.tiles);
  const changeTiles = (next: Tile[]) => change({ ...shown, tiles: compacted(next) });
  const actions: TileActions = {
    onSet: setSet,
    onRemove: (tile) => changeTiles(tiles.filter(({ id }) => id !== tile.id)),
    onCopy: (tile) => changeTiles(withCopy(tiles, tile, crypto.randomUUID())),
    onExport(report) {
      // Shown as what the screen shows before the dialog asks for it.
      flushSync(() => setWritten(report));
      run('file.export');
    },
  };
  /** No tile by itself, so that what is written next is the whole dashboard. */
  const showWhole = () => flushSync(() => setWritten(null));
  const add = (content: TileContent) => changeTiles(withTile(tiles, crypto.randomUUID(), content));
  const isFull = tiles.length >= MOST_TILES;
  return (
    <Screen
      title={name}
      actions={
        <>
          <LayoutSteps board={board} />
          <Button
            variant="default"
            disabled={isFull}
            title={isFull ? t.full(MOST_TILES) : undefined}
            leftSection={<IconPlus size={14} aria-hidden />}
            className={css.named}
            aria-label={t.addTile}
            onClick={() => setAdding(true)}
          >
            <span className={css.buttonName}>{t.addTile}</span>
          </Button>
          <Button
            variant={isArranging ? 'filled' : 'default'}
            leftSection={isArranging ? <IconCheck size={14} aria-hidden /> : <IconLayoutGrid size={14} aria-hidden />}
            className={css.named}
            aria-label={isArranging ? t.done : t.arrange}
            onClick={() => setArranging(!isArranging)}
          >
            <span className={css.buttonName}>{isArranging ? t.done : t.arrange}</span>
          </Button>
          <BoardMenu board={shown} onRename={(next) => change({ ...shown, name: next })} onWhole={showWhole} />
        </>
      }
    >
      <OnPaper />
      {board.error && (
        <p className={css.error} role="alert">
          <Told message={board.error.message} />
        </p>
      )}
      {tiles.length === 0 ? (
        <div className={css.empty}>
          <EmptyState title={t.empty} action={<Button onClick={() => setAdding(true)}>{t.addTile}</Button>}>
            {t.emptyWhatNow}
          </EmptyState>
        </div>
      ) : isArranging ? (
        <BoardArranger tiles={tiles} kinds={kinds} actions={actions} onArrange={changeTiles} />
      ) : (
        <BoardGrid tiles={tiles} kinds={kinds} actions={actions} />
      )}
      {isAdding && <AddTile onAdd={add} onClose={() => setAdding(false)} />}
      {set && (
        <TileDialog
          tile={set}
          onKeep={(tile) => changeTiles(tiles.map((each) => (each.id === tile.id ? tile : each)))}
          onClose={() => setSet(null)}
        />
      )}
    </Screen>
  );
}

/** What the bar says, which paper does not have, and as of when it was printed. */
function OnPaper() {
  const t = useText(text);
  const format = useFormat();
  const words = useScopeWords();
  const { from, to, filters } = useScope();
  const dates = from && to ? format.dateRange(from, to) : '';
  return (
    <p className={css.onPaper}>
      {[dates, words.filters(filters), t.printedAt(format.dateTime(new Date().toISOString()))].join(' · ')}
    </p>
  );
}

/** Takes steps back and makes them again, once there are any. */
function LayoutSteps({ board: { undo, redo } }: { board: Board }) {
  const t = useText(text);
  if (!undo && !redo) return null;
  return (
    <>
      <ActionIcon size={30} aria-label={t.undo} title={t.undo} disabled={!undo} onClick={() => undo?.()}>
        <IconArrowBackUp size={18} stroke={1.6} />
      </ActionIcon>
      <ActionIcon size={30} aria-label={t.redo} title={t.redo} disabled={!redo} onClick={() => redo?.()}>
        <IconArrowForwardUp size={18} stroke={1.6} />
      </ActionIcon>
    </>
  );
}
