import { useEffect, useMemo, useState } from 'react';
import type { TileForm } from '../../../shared/contract/dashboards.ts';
import { buildStepsQuery } from '../../../shared/quality/steps.ts';
import { capabilityView, controlViewOf, type QualityView, readView } from '../../../shared/quality/view.ts';
import type { ReportQueryInput } from '../../../shared/query/report-query.ts';
import { buildReasonsQuery } from '../../../shared/questions/reasons.ts';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { parseHash } from '../../lib/router.tsx';
import type { TileProps } from '../../lib/tile.ts';
import { CapabilityTile } from './capability-tile.tsx';
import { ControlPanel } from './control-panel.tsx';
import { ParetoPanel } from './pareto-panel.tsx';
import { StepsPanel } from './steps-panel.tsx';
import { text } from './text.ts';
import { useControl } from './use-control.ts';
import { useAsked } from './use-specifications.ts';
import { titleOf } from './words.ts';

/** A part of Quality as a tile; what its small controls change is looked at and not kept. */
export function QualityTile({ form, href, ...tile }: TileProps & { form: TileForm<'quality'> }) {
  const saved = useMemo(() => readView(parseHash(href).params), [href]);
  const Part = parts[form];
  // Another range or filter is the same part, whose old answer dims; another view begins anew.
  return <Part key={JSON.stringify(saved)} {...tile} saved={saved} />;
}

interface PartProps extends Omit<TileProps, 'href'> {
  saved: QualityView;
}

const parts: Record<TileForm<'quality'>, (props: PartProps) => React.ReactNode> = {
  control: ControlPart,
  capability: CapabilityPart,
  pareto: ParetoPart,
  firstPass: StepsPart,
};

function ControlPart({ saved, scope, onReport }: PartProps) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const [view, setView] = useState(saved);
  const asked = useMemo(() => controlViewOf(view, scope), [view, scope]);
  const { limits } = useAsked(view, scope);
  const controlled = useControl(asked, scope);
  useTells(titleOf(asked, t, labels, format), controlled.query, onReport);
  return (
    <ControlPanel
      controlled={controlled}
      asked={asked}
      specification={limits}
      lit={null}
      onChange={(changes) => setView((now) => ({ ...now, ...changes }))}
    />
  );
}

function CapabilityPart({ saved, scope, onReport }: PartProps) {
  const t = useText(text);
  const labels = useLabels();
  const view = useMemo(() => capabilityView(saved), [saved]);
  const charted = useMemo(() => controlViewOf(view, scope), [view, scope]);
  const asked = useAsked(view, scope);
  const controlled = useControl(charted, scope);
  const title = t.capabilityTile(labels.measures[view.measure]);
  useTells(title, controlled.query, onReport);
  return <CapabilityTile title={title} controlled={controlled} scope={scope} asked={asked} />;
}

function ParetoPart({ scope, onReport }: PartProps) {
  const t = useText(text);
  useTells(t.pareto, buildReasonsQuery(scope), onReport);
  return <ParetoPanel scope={scope} />;
}

function StepsPart({ saved, scope, onReport }: PartProps) {
  const t = useText(text);
  const [steps, setSteps] = useState(saved.steps);
  useTells(t.steps, buildStepsQuery(scope, steps), onReport);
  return <StepsPanel scope={scope} steps={steps} onChange={setSteps} />;
}

/** Tells what is shown, so that it can be written to a file. */
function useTells(title: string, query: ReportQueryInput | null, onReport: TileProps['onReport']): void {
  const key = JSON.stringify(query);
  useEffect(() => {
    const asked: ReportQueryInput | null = JSON.parse(key);
    if (asked) onReport({ title, query: asked });
  }, [title, key, onReport]);
}
