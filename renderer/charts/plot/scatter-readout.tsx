import { useText } from '../../lib/language.tsx';
import { besidePoint, ReadoutCard, ReadoutTable } from './readout-card.tsx';
import type { ScatterAxis, ScatterComparison, ScatterPoint } from './scatter-chart.tsx';
import type { ScatterLayout } from './scatter-layout.ts';
import { text } from './text.ts';

interface ScatterReadoutProps {
  point: ScatterPoint;
  across: ScatterAxis;
  up: ScatterAxis;
  compared: ScatterComparison | undefined;
  layout: ScatterLayout;
  width: number;
  height: number;
}

/** The two numbers of a point, and beside them those it is compared with. */
export function ScatterReadout({ point, across, up, compared, layout, width, height }: ScatterReadoutProps) {
  const t = useText(text);
  return (
    <ReadoutCard
      title={point.name}
      at={besidePoint({ left: layout.x(point.x), top: Math.min(layout.y(point.y) + 10, height - 80) }, width)}
    >
      <ReadoutTable>
        {compared && (
          <thead>
            <tr>
              <td />
              <th scope="col">{t.now}</th>
              <th scope="col">{compared.name}</th>
              <th scope="col">{t.difference}</th>
            </tr>
          </thead>
        )}
        <tbody>
          {rowsOf(point, across, up, compared).map(({ axis, now, before, change }) => (
            <tr key={axis.name}>
              <th scope="row">{axis.name}</th>
              <td>{axis.format(now)}</td>
              {compared && (
                <>
                  <td>{axis.format(before)}</td>
                  <td>{change}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </ReadoutTable>
    </ReadoutCard>
  );
}

/** The same in words, for who goes from point to point by keys. */
export function pointInWords(
  point: ScatterPoint,
  across: ScatterAxis,
  up: ScatterAxis,
  compared: ScatterComparison | undefined,
): string {
  const words = rowsOf(point, across, up, compared).flatMap(({ axis, now, before, change }) => [
    `${axis.name} ${axis.format(now)}`,
    ...(compared ? [`${compared.name} ${axis.format(before)}`, change] : []),
  ]);
  return [point.name, ...words].filter((each) => each !== '').join(', ');
}

function rowsOf(point: ScatterPoint, across: ScatterAxis, up: ScatterAxis, compared: ScatterComparison | undefined) {
  const { x, y, before } = point;
  return [
    { axis: across, now: x, before: before?.x ?? null, change: compared?.across(x, before?.x ?? null) ?? '' },
    { axis: up, now: y, before: before?.y ?? null, change: compared?.up(y, before?.y ?? null) ?? '' },
  ];
}
