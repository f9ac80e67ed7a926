import { UnstyledButton } from '@mantine/core';
import type { Signal } from '../../../shared/domain/spc/signals.ts';
import type { PlacedPoint } from '../../../shared/quality/control-chart.ts';
import { useFormat, useText } from '../../lib/language.tsx';
import { parseHash, useHash } from '../../lib/router.tsx';
import { LoadingDim } from '../../ui/loading-dim.tsx';
import { Panel } from '../../ui/panel.tsx';
import { placesOf, scopeOf } from './places.ts';
import css from './quality.module.css';
import { recordsAddress } from './records-of-points.ts';
import { text } from './text.ts';
import type { Controlled, ShownControl } from './use-control.ts';
import { directionOf, sentenceOf } from './words.ts';

export interface Lit {
  points: ReadonlySet<number>;
  inRanges: boolean;
}

interface SignalsPanelProps {
  controlled: Controlled;
  /** Told which points a signal is about while it is looked at. */
  onLook: (lit: Lit | null) => void;
}

/** What breaks a rule, in sentences; each leads to the records of its points. */
export function SignalsPanel({ controlled: { shown, isFetching }, onLook }: SignalsPanelProps) {
  const t = useText(text);
  const count = shown ? shown.chart.signals.length + shown.chart.rangeSignals.length : 0;
  return (
    <Panel title={t.signalsTitle} subtitle={count > 0 && t.signalsCount(count)} columns={3}>
      <LoadingDim loading={isFetching} empty={!shown} height={518}>
        {shown && count === 0 && (
          <p className={css.quiet}>{shown.chart.obstacle === null ? t.signalsNone : t.signalsNoChart}</p>
        )}
        {shown && count > 0 && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls has to be reachable by keyboard
          <ul className={css.signals} tabIndex={0} aria-label={t.signalsTitle}>
            <Signals shown={shown} signals={shown.chart.signals} of={shown.chart.points} onLook={onLook} />
            <Signals
              shown={shown}
              signals={shown.chart.rangeSignals}
              of={shown.chart.ranges}
              inRanges
              onLook={onLook}
            />
          </ul>
        )}
      </LoadingDim>
    </Panel>
  );
}

interface SignalsProps extends Pick<SignalsPanelProps, 'onLook'> {
  shown: ShownControl;
  signals: readonly Signal[];
  of: readonly PlacedPoint[];
  inRanges?: boolean;
}

function Signals({ shown, signals, of, inRanges = false, onLook }: SignalsProps) {
  const t = useText(text);
  const format = useFormat();
  const { params } = parseHash(useHash());
  const { view, scope } = shown;
  const places = placesOf(view, scope, of, format, t.notRecorded);
  const names = new Map(places.map(({ label, point }) => [point, label]));
  return signals.map((signal) => {
    const [first, last] = [of[signal.first], of[signal.last]];
    if (!first || !last) return null;
    const direction = inRanges ? null : directionOf(signal, view);
    const [start, end] = [scopeOf(view, scope, first), scopeOf(view, scope, last)];
    const isOne = signal.first === signal.last;
    const isOfDays = view.chart !== 'means' && view.points === 'day';
    const when = isOfDays
      ? format.dateRange(start.from, end.to)
      : t.since(names.get(signal.first) ?? '', names.get(signal.last) ?? '');
    const records = isOne ? start : { ...scope, from: start.from, to: end.to };
    const lit = {
      points: new Set(Array.from({ length: signal.last - signal.first + 1 }, (_, at) => signal.first + at)),
      inRanges,
    };
    return (
      <li key={`${signal.rule} ${signal.first} ${inRanges}`}>
        <UnstyledButton
          component="a"
          className={css.signal}
          href={recordsAddress(view, records, params)}
          onPointerEnter={() => onLook(lit)}
          onPointerLeave={() => onLook(null)}
          onFocus={() => onLook(lit)}
          onBlur={() => onLook(null)}
        >
          <span className={css.signalHead}>
            <span className={css.diamond} aria-hidden />
            <span className={css.when}>{when}</span>
            {inRanges && <span className={css.tag}>{t.inRanges}</span>}
            {direction && (
              <span className={css.tag} data-direction={direction}>
                {t[direction]}
              </span>
            )}
          </span>
          <span className={css.sentence}>{sentenceOf(signal, t)}</span>
        </UnstyledButton>
      </li>
    );
  });
}
