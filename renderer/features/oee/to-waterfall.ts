/** The steps of a waterfall as rows with words. Pure. */
import type { LossStep, OeeParts } from '../../../shared/domain/oee/losses.ts';
import { assertNever } from '../../../shared/lib/assert-never.ts';
import { nameOfStep } from '../../../shared/text/losses.ts';
import type { WaterfallRow, WaterfallTone } from '../../charts/waterfall/layout.ts';
import type { Format } from '../../lib/format.ts';
import type { text } from './text.ts';

export type Words = (typeof text)['en'];

/** A row of the waterfall, and the downtime reason that it stands for; absent where it stands for none. */
export type LossRow = WaterfallRow & { reason?: string | null };

interface LossWords {
  t: Words;
  format: Format;
  decimals: number;
  /** Downtime of other reasons is not among the steps. */
  isByReason: boolean;
}

/** Names, signed numbers, shares of the first level and formulas of the steps. */
export function toWaterfall(steps: readonly LossStep[], parts: OeeParts, words: LossWords): LossRow[] {
  const { format, decimals } = words;
  const whole = steps[0]?.minutes ?? 0;
  return steps.map((step): LossRow => {
    const name = nameOfStep(step, words.t.losses, words.isByReason);
    const share = format.percent(whole === 0 ? null : Math.abs(step.minutes) / whole);
    const number = format.number(Math.abs(step.minutes), decimals);
    const formula = formulaOf(step, parts, words);
    if (step.kind === 'level') {
      return {
        id: step.level,
        name,
        tone: levelTones[step.level],
        from: 0,
        to: step.minutes,
        number,
        share,
        formula,
        isActive: false,
      };
    }
    const isReason = step.loss === 'downtime';
    return {
      id: isReason ? `downtime ${step.reason ?? ''}` : step.loss,
      name,
      tone: toneOf(step),
      from: step.from,
      to: step.to,
      number: `${step.minutes < 0 ? '+' : '−'}${number}`,
      share,
      formula,
      isActive: isReason,
      ...(isReason ? { reason: step.reason } : {}),
    };
  });
}

const levelTones = { planned: 'whole', run: 'part', net: 'part', productive: 'rest' } as const;

function toneOf(step: Extract<LossStep, { kind: 'loss' }>): WaterfallTone {
  if (step.minutes < 0) return 'gain';
  return step.loss === 'unexplained' || (step.loss === 'downtime' && step.reason === null) ? 'quiet' : 'loss';
}

function formulaOf(step: LossStep, parts: OeeParts, { t, format, decimals, isByReason }: LossWords): string {
  const minutes = (value: number | null) => format.number(value, decimals);
  const { planned, availability, performance, quality } = parts;
  const run = availability === null || planned === null ? parts.run : planned * availability;
  const net = run === null || performance === null ? null : run * performance;
  if (step.kind === 'level') {
    switch (step.level) {
      case 'planned':
        return t.formulas.planned;
      case 'run':
        return availability === null
          ? t.formulas.runAlone
          : t.formulas.run(minutes(planned), format.percent(availability));
      case 'net':
        return t.formulas.net(minutes(run), format.percent(performance));
      case 'productive':
        return planned === null || availability === null
          ? t.formulas.productiveAlone(minutes(net), format.percent(quality))
          : t.formulas.productive(minutes(net), format.percent(quality));
      default:
        return assertNever(step.level);
    }
  }
  switch (step.loss) {
    case 'downtime':
      return step.reason === null ? t.formulas.noReason : t.formulas.reason;
    case 'otherReasons':
      return t.formulas.otherReasons;
    case 'unexplained':
      if (step.minutes < 0) return t.formulas.overlap;
      return isByReason ? t.formulas.otherTime : t.formulas.unexplained;
    case 'speed':
      return step.minutes < 0
        ? t.formulas.speedGain(minutes(run), format.percent(performance))
        : t.formulas.speed(minutes(run), format.percent(performance));
    case 'quality':
      return t.formulas.quality(minutes(net), format.percent(quality));
    default:
      return assertNever(step);
  }
}
