import { useText } from '../../lib/language.tsx';
import { formatHash, parseHash, useHash } from '../../lib/router.tsx';
import css from './explore.module.css';
import { text } from './text.ts';
import { addressBefore, type TrailStep } from './trail.ts';
import type { Names } from './words.ts';

/** The steps that led here, each a way back to what was shown after it. */
export function Trail({ trail, names }: { trail: readonly TrailStep[]; names: Names }) {
  const t = useText(text);
  const { screen, params } = parseHash(useHash());
  if (trail.length === 0) return null;
  const nameOf = ({ mark }: TrailStep) =>
    mark.map(({ dimension, value }) => names.member(dimension, { of: 'value', value })).join(', ') || t.others;
  return (
    <nav aria-label={t.trail}>
      <ol className={css.trail}>
        <li>
          <a href={formatHash(screen, addressBefore(params, 0))}>{t.trailStart}</a>
        </li>
        {trail.map((step, at) => (
          <li key={step.back.toString()}>
            {at === trail.length - 1 ? (
              <span aria-current="step">{nameOf(step)}</span>
            ) : (
              <a href={formatHash(screen, addressBefore(params, at + 1))}>{nameOf(step)}</a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
