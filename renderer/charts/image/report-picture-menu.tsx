import type { ReportQueryInput } from '../../../shared/query/report-query.ts';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import type { Report } from '../../lib/use-report.ts';
import { tableOf } from './answer-table.ts';
import { PictureMenu } from './picture-menu.tsx';
import { text } from './text.ts';

interface ReportPictureMenuProps {
  title: string;
  query: ReportQueryInput;
  report: Report;
}

/** Hands on a panel that shows one report: the table is its answer. */
export function ReportPictureMenu({ title, query, report }: ReportPictureMenuProps) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const { from, to } = query;
  return (
    <PictureMenu
      title={title}
      filters={query.filters ?? []}
      {...(from && to ? { dates: { from, to } } : {})}
      asOf={report.data?.asOf ?? null}
      table={() => tableOf(report.shown, { labels, format, notRecorded: t.notRecorded })}
    />
  );
}
