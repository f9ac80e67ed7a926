import { SegmentedControl, Select } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import {
  formatsOf,
  type ReportSchedule,
  reportRanges,
  reportScheduleSchema,
  type ShiftEnd,
} from '../../../shared/contract/report-schedules.ts';
import { simpleRuleOf } from '../../../shared/domain/simple-rule.ts';
import { reportScheduleWords } from '../../../shared/text/report-schedules.ts';
import { scheduleWords } from '../../../shared/text/schedule.ts';
import { useFormat, useText } from '../../lib/language.tsx';
import { FolderField } from '../../ui/folder-field.tsx';
import { FormEnd } from '../../ui/form-end.tsx';
import { NameInput } from '../../ui/name-input.tsx';
import { RuleFields } from '../../ui/rule-fields.tsx';
import { afterShifts, everyMorning, withWhen } from './draft.ts';
import css from './reports.module.css';
import { ShiftFields } from './shift-fields.tsx';
import { text } from './text.ts';
import { useChangeReports, useReportPreview } from './use-report-schedules.ts';

interface ScheduleFormProps {
  draft: ReportSchedule;
  onDraft: (draft: ReportSchedule) => void;
  knownShifts: readonly ShiftEnd[];
  /** What it asks, in words or to be chosen. */
  question: ReactNode;
  onClose: () => void;
}

/** When a report is written, of which days, as what and where to, with the files that come next. */
export function ScheduleForm({ draft, onDraft, knownShifts, question, onClose }: ScheduleFormProps) {
  const t = useText(text);
  const words = useText(reportScheduleWords);
  const save = useChangeReports();
  const { when } = draft;
  const [isSimple, setSimple] = useState(when.by === 'rule' && simpleRuleOf(when.rule) !== null);
  const set = (change: Partial<ReportSchedule>) => onDraft({ ...draft, ...change });
  const ranges = reportRanges.filter((range) => range !== 'shift' || when.by === 'shiftEnd');
  const formats = formatsOf(draft.question);
  const checked = reportScheduleSchema.safeParse(draft);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (checked.success) save.mutate({ do: 'save', schedule: checked.data }, { onSuccess: onClose });
  };
  return (
    <form className={css.form} onSubmit={submit}>
      <NameInput
        // The form may come after its dialog, which looks for where to begin only as it opens.
        autoFocus
        label={t.name}
        description={t.nameWords}
        value={draft.name}
        maxLength={80}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      {question}
      <SegmentedControl
        aria-label={t.when}
        data={(['rule', 'shiftEnd'] as const).map((value) => ({ value, label: t.whenChoice[value] }))}
        value={when.by}
        onChange={(by) => {
          setSimple(true);
          onDraft(withWhen(draft, by === 'rule' ? everyMorning : afterShifts(knownShifts)));
        }}
      />
      {when.by === 'rule' ? (
        <RuleFields
          autoFocus={false}
          rule={when.rule}
          isSimple={isSimple}
          onRule={(rule) => set({ when: { by: 'rule', rule } })}
          onSimple={setSimple}
        />
      ) : (
        <ShiftFields when={when} onWhen={(next) => set({ when: next })} />
      )}
      <div className={css.pair}>
        <Select
          label={t.range}
          allowDeselect={false}
          data={ranges.map((value) => ({ value, label: words.ranges[value] }))}
          value={draft.range}
          onChange={(value) => set({ range: ranges.find((range) => range === value) ?? draft.range })}
        />
        <Select
          label={t.format}
          allowDeselect={false}
          data={formats.map((value) => ({ value, label: t.formats[value] }))}
          value={draft.format}
          onChange={(value) => set({ format: formats.find((format) => format === value) ?? draft.format })}
        />
      </div>
      <FolderField
        label={t.folder}
        description={t.folderWords}
        folder={draft.folder}
        onFolder={(folder) => set({ folder })}
      />
      <NextFiles draft={draft} />
      <FormEnd
        other={{ label: t.cancel, run: onClose }}
        submit={t.save}
        isIncomplete={!checked.success}
        isBusy={save.isPending}
        error={save.error}
      />
    </form>
  );
}

/** What would be written next, and under which names; or why the rule is none. */
function NextFiles({ draft }: { draft: ReportSchedule }) {
  const t = useText(text);
  const words = useText(scheduleWords);
  const format = useFormat();
  const preview = useReportPreview(draft);
  return (
    <div className={css.preview} role="status">
      {preview === null && <p>{t.fillIn}</p>}
      {preview?.trouble && <p className={css.bad}>{words.trouble[preview.trouble]}</p>}
      {preview && preview.runs.length > 0 && (
        <ul aria-label={t.nextRuns}>
          {preview.runs.map(({ at, fileName }) => (
            <li key={at}>
              <span>{format.dateTime(at)}</span> <span className={css.fileName}>{fileName}</span>
            </li>
          ))}
        </ul>
      )}
      <p>{t.caughtUp}</p>
    </div>
  );
}
