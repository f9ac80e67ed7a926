import { Button } from '@mantine/core';
import { useState } from 'react';
import { BOARD } from '../../../shared/questions/shown-tile.ts';
import { useText } from '../../lib/language.tsx';
import { parseHash, setParams, useHash } from '../../lib/router.tsx';
import { useDashboards } from '../../lib/use-dashboards.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Screen } from '../../ui/screen.tsx';
import { BoardScreen } from './board-screen.tsx';
import css from './dashboards.module.css';
import { NameDialog } from './name-dialog.tsx';
import { text } from './text.ts';
import type { TileKinds } from './tile-kinds.ts';
import { useChangeBoards } from './use-boards.ts';

/** The dashboard that the address names, else the first one. */
export function DashboardsScreen({ kinds }: { kinds: TileKinds }) {
  const t = useText(text);
  const { data: boards, error, refetch } = useDashboards();
  const id = parseHash(useHash()).params.get(BOARD);
  if (error) {
    return (
      <Screen title={t.screen}>
        <div className={css.empty}>
          <ErrorState error={error} onRetry={() => void refetch()} />
        </div>
      </Screen>
    );
  }
  if (!boards) return null;
  const board = id === null ? boards[0] : boards.find((each) => each.id === id);
  if (board) return <BoardScreen key={board.id} kept={board} kinds={kinds} />;
  return <NoBoard isGone={boards.length > 0} />;
}

function NoBoard({ isGone }: { isGone: boolean }) {
  const t = useText(text);
  const [isAsked, setAsked] = useState(false);
  const { mutateAsync } = useChangeBoards();
  const showFirst = () => {
    const { params } = parseHash(window.location.hash);
    params.delete(BOARD);
    setParams(params);
  };
  return (
    <Screen title={t.screen}>
      <div className={css.empty}>
        <EmptyState
          title={isGone ? t.gone : t.none}
          action={
            isGone ? (
              <Button onClick={showFirst}>{t.showFirst}</Button>
            ) : (
              <Button onClick={() => setAsked(true)}>{t.newBoard}</Button>
            )
          }
        >
          {isGone ? t.goneWhatNow : t.noneWhatNow}
        </EmptyState>
      </div>
      {isAsked && (
        <NameDialog
          does="add"
          name=""
          action={(name) => mutateAsync({ do: 'add', dashboard: { name, tiles: [] } })}
          onClose={() => setAsked(false)}
        />
      )}
    </Screen>
  );
}
