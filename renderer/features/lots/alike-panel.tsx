import type { ComparedLot, SimilarLots } from '../../../shared/contract/lots.ts';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { LoadingDim } from '../../ui/loading-dim.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Scrolled } from '../../ui/scrolled.tsx';
import tableCss from './lot-table.module.css';
import css from './lots.module.css';
import { text } from './text.ts';
import type { LotParams } from './use-lot-params.ts';
import { useSimilarLots } from './use-lots.ts';
import { datesInWords, pointsInWords } from './words.ts';

const REASONS_TOLD = 3;

/** Lots of the same item and line, the most alike first, with the rule in words. */
export function AlikePanel({ lot, params }: { lot: string; params: LotParams }) {
  const t = useText(text);
  const format = useFormat();
  const similar = useSimilarLots(lot);
  const { data } = similar;
  const { item, line, from, to } = data ?? {};
  const rule =
    data?.own && item && line && from && to
      ? `${t.alikeRule(item.name ?? item.code, line, format.dateRange(from, to))} ${t.alikeCompared(format.number(data.compared), data.compared === 1)}.`
      : '';
  return (
    <Panel title={t.alike} subtitle={rule}>
      {similar.isError ? (
        <ErrorState error={similar.error} onRetry={() => void similar.refetch()} />
      ) : (
        <LoadingDim loading={similar.isFetching} empty={!data} height={320}>
          {data && <Alike similar={data} params={params} />}
        </LoadingDim>
      )}
    </Panel>
  );
}

function Alike({ similar: { own, lots }, params }: { similar: SimilarLots; params: LotParams }) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  if (own === null) return <p className={css.quiet}>{t.noYield}</p>;
  if (lots.length === 0) return <p className={css.quiet}>{t.noneAlike}</p>;
  const reasons = ({ reasons: shares }: ComparedLot) =>
    shares
      .slice(0, REASONS_TOLD)
      .map(({ reason, share }) => `${reason ?? t.notRecorded} ${format.percent(share)}`)
      .join(' · ');
  return (
    <Scrolled label={t.alike} className={tableCss.scroll}>
      <table className={tableCss.table}>
        <thead>
          <tr>
            <th scope="col">{labels.dimensions.lot}</th>
            <th scope="col">{t.dates}</th>
            <th scope="col" className={tableCss.amount}>
              {labels.measures.yield}
            </th>
            <th scope="col" className={tableCss.amount}>
              {t.yieldChange}
            </th>
            <th scope="col" className={tableCss.amount} title={t.alikeDistanceHint}>
              {t.alikeDistance}
            </th>
            <th scope="col">{t.defectsBy}</th>
          </tr>
        </thead>
        <tbody>
          {[own, ...lots].map((each) => (
            <tr key={each.lot} data-own={each === own}>
              <th scope="row">{each === own ? each.lot : <a href={params.hrefOf(each.lot)}>{each.lot}</a>}</th>
              <td>{datesInWords(each, format)}</td>
              <td className={tableCss.amount}>{format.percent(each.yield)}</td>
              <td className={tableCss.amount}>
                {each === own ? t.thisLot : t.points(pointsInWords(each.yield - own.yield, format))}
              </td>
              <td className={tableCss.amount}>{each === own ? '' : format.percent(each.distance, 2)}</td>
              <td className={tableCss.wide}>{reasons(each)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}
