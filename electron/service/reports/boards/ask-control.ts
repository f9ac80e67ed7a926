import { type ControlChart, controlChart } from '../../../../shared/quality/control-chart.ts';
import { controlQuestions, lotsQuestion } from '../../../../shared/quality/control-questions.ts';
import type { ControlView } from '../../../../shared/quality/control-view.ts';
import { lotsInOrder, samplesOf } from '../../../../shared/quality/samples.ts';
import type { Measure } from '../../../../shared/query/measures.ts';
import type { ChartScope } from '../../../../shared/questions/chart-scope.ts';
import type { TileDesk } from './tile-desk.ts';

/** The points of a view; `told` is the measure that its numbers are of. */
export async function askControl(
  view: ControlView,
  scope: ChartScope,
  desk: TileDesk,
  told: Measure,
): Promise<ControlChart> {
  const ofLots = lotsQuestion(view, scope);
  const lots = ofLots && lotsInOrder(await desk.answer(ofLots, []));
  const answers = [];
  for (const query of controlQuestions(view, scope, lots)) answers.push(await desk.answer(query, [told]));
  return controlChart(view, samplesOf(view, answers, lots));
}
