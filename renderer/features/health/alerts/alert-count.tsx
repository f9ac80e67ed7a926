import { useFoundMeasureAlerts } from '../../../alerts/use-measure-alerts.ts';
import { useText } from '../../../lib/language.tsx';
import { useAlerts } from '../use-health.ts';
import css from './alert-count.module.css';
import { text } from './text.ts';

/** How many alerts there are, as a dot with the number; nothing while there are none. */
export function AlertCount() {
  const t = useText(text);
  const [ofProgram, ofMeasures] = [useAlerts().length, useFoundMeasureAlerts().length];
  const count = ofProgram + ofMeasures;
  if (count === 0) return null;
  return (
    <span className={css.count}>
      <span aria-hidden>{count}</span>
      <span className="visually-hidden">{t.count(count)}</span>
    </span>
  );
}
