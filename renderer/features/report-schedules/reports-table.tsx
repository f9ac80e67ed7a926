import { ActionIcon, Button, Switch } from '@mantine/core';
import { IconFolder, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type {
  ReportSchedule,
  ReportScheduleStatus,
  ReportSchedules,
} from '../../../shared/contract/report-schedules.ts';
import { reportScheduleWords, reportWhenWords } from '../../../shared/text/report-schedules.ts';
import { useClient, usePlatform } from '../../lib/connection.tsx';
import { useFormat, useLanguage, useText } from '../../lib/language.tsx';
import { formatHash } from '../../lib/router.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Told } from '../../ui/told.tsx';
import { EditDialog } from './edit-dialog.tsx';
import css from './reports.module.css';
import { text } from './text.ts';
import { useChangeReports } from './use-report-schedules.ts';

/** The scheduled reports: when each is written, what came of it last, and what can be done with it. */
export function ReportsTable({ reports }: { reports: ReportSchedules }) {
  const t = useText(text);
  const client = useClient();
  const change = useChangeReports();
  const run = useMutation({ mutationFn: (report: string) => client.reportSchedules.run({ report }) });
  const [edited, setEdited] = useState<ReportSchedule | null>(null);
  const [removed, setRemoved] = useState<ReportSchedule | null>(null);
  const platform = usePlatform();
  const openFolder = useMutation({ mutationFn: async (id: string) => platform.openReportFolder?.(id) });
  const failure = run.error ?? change.error ?? openFolder.error;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
      <div className={css.scroll} tabIndex={0}>
        <table className={css.table}>
          <thead>
            <tr>
              <th>{t.report}</th>
              <th>{t.when}</th>
              <th>{t.next}</th>
              <th>{t.last}</th>
              <th aria-hidden />
            </tr>
          </thead>
          <tbody>
            {reports.schedules.map((status) => (
              <ReportRow
                key={status.schedule.id}
                status={status}
                onSwitch={(isOn) => change.mutate({ do: 'turn', id: status.schedule.id, isOn })}
                onRun={() => run.mutate(status.schedule.id)}
                onOpenFolder={platform.openReportFolder ? () => openFolder.mutate(status.schedule.id) : null}
                onChange={() => setEdited(status.schedule)}
                onRemove={() => setRemoved(status.schedule)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {failure && (
        <p className={css.bad} role="alert">
          <Told message={failure.message} />
        </p>
      )}
      {edited && <EditDialog schedule={edited} knownShifts={reports.knownShifts} onClose={() => setEdited(null)} />}
      {removed && (
        <ConfirmDialog
          title={t.removeTitle(removed.name)}
          confirm={t.removeButton}
          cancel={t.cancel}
          action={() => change.mutateAsync({ do: 'remove', id: removed.id })}
          onClose={() => setRemoved(null)}
        >
          <p>{t.removeWords(removed.folder)}</p>
        </ConfirmDialog>
      )}
    </>
  );
}

interface ReportRowProps {
  status: ReportScheduleStatus;
  onSwitch: (isOn: boolean) => void;
  onRun: () => void;
  /** Null where the host has no way to show it. */
  onOpenFolder: (() => void) | null;
  onChange: () => void;
  onRemove: () => void;
}

function ReportRow({ status, onSwitch, onRun, onOpenFolder, onChange, onRemove }: ReportRowProps) {
  const t = useText(text);
  const words = useText(reportScheduleWords);
  const { language } = useLanguage();
  const { schedule } = status;
  const { name, folder, format, range, view, when } = schedule;
  return (
    <tr>
      <th scope="row">
        <div className={css.report}>
          <Switch
            size="xs"
            aria-label={t.turnOn(name)}
            checked={schedule.isOn}
            onChange={(event) => onSwitch(event.currentTarget.checked)}
          />
          <div>
            <a href={formatHash(view.screen, new URLSearchParams(view.params))}>{name}</a>
            <p className={css.quiet}>
              {t.formats[format]} · <span className={css.path}>{folder}</span>
            </p>
          </div>
        </div>
      </th>
      <td>
        {reportWhenWords(when, language)}
        <p className={css.quiet}>{words.ranges[range]}</p>
      </td>
      <td>
        <NextRun status={status} />
      </td>
      <td>
        <LastRun status={status} />
      </td>
      <td>
        <div className={css.does}>
          <Button size="compact-xs" variant="default" aria-label={t.runNowOf(name)} onClick={onRun}>
            {t.runNow}
          </Button>
          <Button size="compact-xs" variant="default" aria-label={t.changeOf(name)} onClick={onChange}>
            {t.change}
          </Button>
          {onOpenFolder && (
            <ActionIcon size="sm" aria-label={t.openFolderOf(name)} title={t.openFolder} onClick={onOpenFolder}>
              <IconFolder size={14} />
            </ActionIcon>
          )}
          <ActionIcon size="sm" aria-label={t.removeOf(name)} title={t.remove} onClick={onRemove}>
            <IconTrash size={14} />
          </ActionIcon>
        </div>
      </td>
    </tr>
  );
}

function NextRun({ status: { schedule, nextRunAt, waitsFor } }: { status: ReportScheduleStatus }) {
  const t = useText(text);
  const words = useText(reportScheduleWords);
  const format = useFormat();
  if (!schedule.isOn) return <span className={css.quiet}>{t.paused}</span>;
  return waitsFor === null ? format.dateTime(nextRunAt) : words.waitsFor[waitsFor];
}

function LastRun({ status: { trouble, last } }: { status: ReportScheduleStatus }) {
  const t = useText(text);
  const format = useFormat();
  if (trouble !== null) {
    return (
      <span className={css.bad}>
        {trouble} {t.again}
      </span>
    );
  }
  if (last === null) return <span className={css.quiet}>{t.never}</span>;
  return (
    <>
      {format.dateTime(last.at)}
      <p className={last.state === 'failed' ? css.bad : css.quiet}>
        {last.state === 'written' ? (
          t.written(format.number(last.rows), format.bytes(last.bytes ?? 0))
        ) : last.message ? (
          <Told message={last.message} />
        ) : (
          t.states[last.state]
        )}
      </p>
    </>
  );
}
