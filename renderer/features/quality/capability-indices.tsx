import { type Capability, capability, type SpecificationLimits } from '../../../shared/domain/spc/capability.ts';
import { useFormat, useText } from '../../lib/language.tsx';
import css from './quality.module.css';
import { Spread } from './spread.tsx';
import { text } from './text.ts';
import type { ShownControl } from './use-control.ts';
import { formatOf } from './words.ts';

interface CapabilityIndicesProps {
  shown: ShownControl;
  specification: SpecificationLimits;
  /** What to say where no limit is asked. */
  unasked: string;
}

/** How the values of a chart lie between what is asked of them, and the indices of that. */
export function CapabilityIndices({ shown, specification, unasked }: CapabilityIndicesProps) {
  const t = useText(text);
  const format = useFormat();
  const { measured } = shown.chart;
  if (!measured) return null;
  const { lower, upper } = specification;
  const spread = (
    <Spread values={measured.values} specification={specification} write={formatOf(shown, format)} label={t.spread} />
  );
  if (lower === null && upper === null) {
    return (
      <>
        {spread}
        <p className={css.quiet}>{unasked}</p>
      </>
    );
  }
  if (lower !== null && upper !== null && lower >= upper) return <p role="alert">{t.limitsCrossed}</p>;
  const able = capability(measured.values, measured.sigmaWithin, specification);
  if (able === null) return <p className={css.quiet}>{t.noDeviation}</p>;
  const outside = measured.values.filter(
    (value) => (lower !== null && value < lower) || (upper !== null && value > upper),
  ).length;
  return (
    <>
      {spread}
      <IndexTable able={able} />
      <p className={css.quiet}>
        {t.outside(format.number(outside), format.percent(outside / able.values))}
        {able.isWeak && ` ${t.weak(format.number(able.values))}`}
      </p>
    </>
  );
}

/** From here on a process is held to be able, and to be barely so: Montgomery, chapter 8. */
const ABLE = 4 / 3;
const BARELY = 1;

function IndexTable({ able }: { able: Capability }) {
  const t = useText(text);
  const format = useFormat();
  const verdictOf = (value: number) => (value >= ABLE ? 'able' : value >= BARELY ? 'barely' : 'unable');
  const rows = [
    { words: t.within, indices: [['Cp', able.cp] as const, ['Cpk', able.cpk] as const], nearest: able.cpk },
    { words: t.overall, indices: [['Pp', able.pp] as const, ['Ppk', able.ppk] as const], nearest: able.ppk },
    ...(able.cpm === null ? [] : [{ words: t.aboutTarget, indices: [['Cpm', able.cpm] as const], nearest: able.cpm }]),
  ];
  return (
    <table className={css.indices}>
      <caption className="visually-hidden">{t.capability}</caption>
      <tbody>
        {rows.map(({ words, indices, nearest }) => (
          <tr key={words}>
            <th scope="row">{words}</th>
            {indices.map(([name, value]) => (
              <td key={name} colSpan={2 / indices.length}>
                <span className={css.indexName}>{name}</span> {format.number(value, 2)}
              </td>
            ))}
            <td className={css.tag} data-verdict={verdictOf(nearest)}>
              {t.verdict[verdictOf(nearest)]}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
