import { useMemo, useRef } from 'react';
import { type ControlChart, controlChart } from '../../../shared/quality/control-chart.ts';
import { controlQuestions, lotsQuestion } from '../../../shared/quality/control-questions.ts';
import type { ControlView } from '../../../shared/quality/control-view.ts';
import { lotsInOrder, samplesOf } from '../../../shared/quality/samples.ts';
import type { ReportQueryInput } from '../../../shared/query/report-query.ts';
import type { ChartScope } from '../../../shared/questions/chart-scope.ts';
import { type Report, type ShownAnswer, useReport } from '../../lib/use-report.ts';
import { useReports } from '../../lib/use-reports.ts';

/** A chart with what was asked for it, belonging together. */
export interface ShownControl {
  view: ControlView;
  scope: ChartScope;
  chart: ControlChart;
  /** The answer that gives the points their values or their units. */
  answer: ShownAnswer;
}

export interface Controlled {
  /** The newest that is whole; the one before it while the next is asked. Null at first. */
  shown: ShownControl | null;
  isFetching: boolean;
  error: Error | null;
  refetch: () => void;
  report: Report;
  /** The question for the points; null while it is not known which lots there are. */
  query: ReportQueryInput | null;
}

/** Answers a view: of lots first which ones there are, then the points. */
export function useControl(view: ControlView, scope: ChartScope): Controlled {
  const ofLots = lotsQuestion(view, scope);
  const found = useReports(ofLots === null ? [] : [ofLots]);
  const [foundLots] = found.answers;
  const lots = useMemo(() => (foundLots ? lotsInOrder(foundLots) : null), [foundLots]);
  const isAskable = ofLots === null || lots !== null;
  const [main, ...rest] = isAskable ? controlQuestions(view, scope, lots) : [];
  const report = useReport(main ?? null);
  const beside = useReports(rest);

  const isOwn = main !== undefined && !report.isPlaceholderData;
  const isWhole = isOwn && report.data !== undefined && beside.answers.every((answer) => answer !== undefined);
  // Limits of a part of the records would be limits of something else: a partial answer draws no chart.
  const [answer, byReason] = [isWhole ? report.data : undefined, beside.answers[0]];
  const fresh = useMemo((): ShownControl | null => {
    if (!answer) return null;
    const samples = samplesOf(view, byReason ? [answer, byReason] : [answer], lots);
    return { view, scope, chart: controlChart(view, samples), answer };
  }, [view, scope, answer, byReason, lots]);
  const latest = useRef(fresh);
  if (fresh !== null) latest.current = fresh;
  return {
    shown: latest.current,
    isFetching: [found, report, beside].some((each) => each.isFetching),
    error: found.error ?? report.error ?? beside.error,
    refetch: () => {
      found.refetch();
      beside.refetch();
      if (report.error) void report.refetch();
    },
    report,
    query: main ?? null,
  };
}
