import type { LotNeighbour, LotStory } from '../../../shared/contract/lots.ts';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { LongName } from '../../ui/long-name.tsx';
import { Panel } from '../../ui/panel.tsx';
import css from './lots.module.css';
import { text } from './text.ts';
import { whenOf } from './timeline-panel.tsx';
import type { LotParams } from './use-lot-params.ts';
import { amountInWords, itemsInWords } from './words.ts';

/** On each line of a lot what was made before and after it, from left to right as it was made. */
export function NeighboursPanel({ story, params }: { story: LotStory; params: LotParams }) {
  const t = useText(text);
  const { neighbours, summary } = story;
  return (
    <Panel title={t.neighbours} subtitle={t.neighboursHint}>
      {neighbours.length === 0 && <p className={css.quiet}>{t.noLine}</p>}
      {neighbours.map(({ line, before, after }) => (
        <section key={line} className={css.row} aria-label={line}>
          <h3 className={css.quiet}>{line}</h3>
          <ol className={css.strip}>
            {before.length === 0 && <li className={css.quiet}>{t.noneBefore}</li>}
            {before.toReversed().map((neighbour) => (
              <Neighbour key={neighbour.summary.lot} neighbour={neighbour} side={t.before} params={params} />
            ))}
            <li className={css.here} aria-current="true">
              <strong>{summary.lot}</strong>
              <span className={css.quiet}>{t.thisLot}</span>
            </li>
            {after.map((neighbour) => (
              <Neighbour key={neighbour.summary.lot} neighbour={neighbour} side={t.after} params={params} />
            ))}
            {after.length === 0 && <li className={css.quiet}>{t.noneAfter}</li>}
          </ol>
        </section>
      ))}
    </Panel>
  );
}

function Neighbour({ neighbour, side, params }: { neighbour: LotNeighbour; side: string; params: LotParams }) {
  const labels = useLabels();
  const format = useFormat();
  const { summary, date, startedAt } = neighbour;
  return (
    <li>
      <a className={css.neighbour} href={params.hrefOf(summary.lot)}>
        <span className="visually-hidden">{side}: </span>
        <strong>{summary.lot}</strong>
        <span className={css.quiet}>{whenOf({ productionDate: date, startedAt }, format)}</span>
        <span className={css.cut}>
          <LongName name={itemsInWords(summary, format)} />
        </span>
        <span>
          {amountInWords(summary.total ?? summary.good, summary, format)} · {labels.measures.yield}{' '}
          {format.percent(summary.yield)}
        </span>
      </a>
    </li>
  );
}
