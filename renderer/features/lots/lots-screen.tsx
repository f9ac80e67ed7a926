import { useText } from '../../lib/language.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Screen } from '../../ui/screen.tsx';
import { FindPanel } from './find-panel.tsx';
import css from './lots.module.css';
import { Story } from './story.tsx';
import { text } from './text.ts';
import { useLotParams } from './use-lot-params.ts';

/** Lots: found by any part of their number at the left, the whole story of one at the right. */
export function LotsScreen() {
  const t = useText(text);
  const params = useLotParams();
  return (
    <Screen fill title={t.title}>
      <div className={css.layout} data-chosen={params.lot !== null}>
        <FindPanel params={params} />
        <div className={css.story}>
          {params.lot === null ? (
            <EmptyState title={t.choose}>{t.chooseHint}</EmptyState>
          ) : (
            <Story lot={params.lot} params={params} />
          )}
        </div>
      </div>
    </Screen>
  );
}
