import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Schedule, TaskName } from '../../../../shared/contract/schedule.ts';
import { useClient } from '../../../lib/connection.tsx';
import { isOver, useJobs } from '../../../lib/jobs.ts';

/** A run that becomes due is not told of; a screen that is looked at asks. */
const ASK_EVERY_MS = 20_000;

/** Every task with its next and its last run; asked again when a job has ended. */
export function useSchedule() {
  const client = useClient();
  const ended = useJobs().data?.find(isOver)?.id ?? null;
  return useQuery({
    queryKey: ['schedule', ended],
    queryFn: () => client.schedule.list(),
    placeholderData: keepPreviousData,
    refetchInterval: ASK_EVERY_MS,
  });
}

/** Changes when a task runs, or whether it does. */
export function useChangeOfSchedule(onChanged: () => void = () => {}) {
  const client = useClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (change: { task: TaskName; rule?: string; isOn?: boolean }) => client.schedule.change(change),
    onSuccess: (schedule) => {
      queryClient.setQueriesData<Schedule>({ queryKey: ['schedule'] }, schedule);
      onChanged();
    },
  });
}
