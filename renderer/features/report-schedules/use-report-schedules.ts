import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReportPreview, ReportSchedule, ReportSchedules } from '../../../shared/contract/report-schedules.ts';
import { useClient } from '../../lib/connection.tsx';
import { isOver, useJobs } from '../../lib/jobs.ts';

const KEY = 'report-schedules';
/** A run that becomes due is not told of; a screen that is looked at asks. */
const ASK_EVERY_MS = 20_000;

/** Every scheduled report with its next and its last run, and what was written; asked again when a job has ended. */
export function useReportSchedules() {
  const client = useClient();
  const ended = useJobs().data?.find(isOver)?.id ?? null;
  return useQuery({
    queryKey: [KEY, ended],
    queryFn: () => client.reportSchedules.list(),
    placeholderData: keepPreviousData,
    refetchInterval: ASK_EVERY_MS,
  });
}

type Change =
  | { do: 'save'; schedule: ReportSchedule }
  | { do: 'turn'; id: string; isOn: boolean }
  | { do: 'remove'; id: string };

/** Keeps, pauses or removes a report; the list is what came of it. */
export function useChangeReports() {
  const client = useClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (change: Change): Promise<ReportSchedules> => {
      if (change.do === 'save') return client.reportSchedules.save(change.schedule);
      if (change.do === 'turn') return client.reportSchedules.turn({ id: change.id, isOn: change.isOn });
      return client.reportSchedules.remove({ id: change.id });
    },
    onSuccess: (schedules) => queryClient.setQueriesData({ queryKey: [KEY] }, schedules),
  });
}

/** What the next runs of a report would be of, as it is filled in; null until that is known. */
export function useReportPreview({ name, when, range, format }: ReportSchedule): ReportPreview | null {
  const client = useClient();
  const asked = { name: name.trim(), when, range, format };
  const isAskable = asked.name !== '' && (when.by === 'rule' || when.shifts.every(({ shift }) => shift.trim() !== ''));
  const preview = useQuery({
    queryKey: ['report-preview', asked],
    queryFn: () => client.reportSchedules.preview(asked),
    enabled: isAskable,
    placeholderData: keepPreviousData,
    retry: false,
  });
  return isAskable && !preview.isPlaceholderData ? (preview.data ?? null) : null;
}
