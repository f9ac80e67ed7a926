import type { BoardFigure } from '../../../../db/reports/board-content.ts';
import { type Capability, capability, type SpecificationLimits } from '../../../../shared/domain/spc/capability.ts';
import {
  capabilityView,
  controlViewOf,
  type QualityView,
  specificationShown,
} from '../../../../shared/quality/view.ts';
import type { Measure } from '../../../../shared/query/measures.ts';
import type { ChartScope } from '../../../../shared/questions/chart-scope.ts';
import { createFormat } from '../../../../shared/text/format.ts';
import { labels } from '../../../../shared/text/labels.ts';
import { reportWords } from '../../../../shared/text/report.ts';
import { tileWords } from '../../../../shared/text/tiles.ts';
import { typeOfMeasure } from '../content-of-report.ts';
import { askControl } from './ask-control.ts';
import type { TileBody } from './figures.ts';
import type { TileDesk } from './tile-desk.ts';

/** What a process is able to keep to: the indices of its values, beside what is asked of them. */
export async function capabilityTile(chosen: QualityView, scope: ChartScope, desk: TileDesk): Promise<TileBody> {
  const { language, locale } = desk.parts;
  const words = reportWords[language];
  const view = capabilityView(chosen);
  const { measure } = view;
  const name = labels[language].measures[measure];
  const title = `${tileWords[language].forms.quality.capability}: ${name}`;
  const { measured, obstacle } = await askControl(controlViewOf(view, scope), scope, desk, measure);
  if (obstacle || !measured) return { title, figures: [], notes: [words.noChart] };
  const asked = specificationShown(view, await desk.specification(measure, scope));
  const { lower, upper } = asked;
  if (lower === null && upper === null) return { title, figures: [], notes: [words.noLimits(name)] };
  const able =
    lower !== null && upper !== null && lower >= upper
      ? null
      : capability(measured.values, measured.sigmaWithin, asked);
  if (able === null) return { title, figures: askedFigures(measure, asked, desk), notes: [words.noCapability] };
  const outside = measured.values.filter(
    (value) => (lower !== null && value < lower) || (upper !== null && value > upper),
  ).length;
  const format = createFormat(locale);
  return {
    title,
    figures: [...indexFigures(able), ...askedFigures(measure, asked, desk)],
    notes: [
      words.outsideLimits(format.number(outside), format.number(able.values), format.percent(outside / able.values)),
      words.ofCapability,
      ...(able.isWeak ? [words.fewValues(format.number(able.values))] : []),
    ],
  };
}

function indexFigures({ cp, cpk, pp, ppk, cpm }: Capability): BoardFigure[] {
  const indices = { Cp: cp, Cpk: cpk, Pp: pp, Ppk: ppk, Cpm: cpm };
  return Object.entries(indices).flatMap(([name, value]) =>
    value === null ? [] : [{ name, unit: '', cell: { kind: 'number' as const, decimals: 2, value }, before: null }],
  );
}

function askedFigures(measure: Measure, asked: SpecificationLimits, { parts }: TileDesk): BoardFigure[] {
  const words = reportWords[parts.language].asked;
  return (['lower', 'target', 'upper'] as const).flatMap((side) => {
    const value = asked[side];
    if (value === null) return [];
    return [{ name: words[side], unit: '', cell: { ...typeOfMeasure(measure, [value]), value }, before: null }];
  });
}
