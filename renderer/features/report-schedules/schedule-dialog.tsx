import { Modal, Radio } from '@mantine/core';
import { useState } from 'react';
import {
  formatsOf,
  type ReportSchedule,
  type ScheduledQuestion,
  type ShiftEnd,
} from '../../../shared/contract/report-schedules.ts';
import type { ReportQueryInput } from '../../../shared/query/report-query.ts';
import { useCommand } from '../../commands/commands.tsx';
import { useFormat, useLanguage, useText } from '../../lib/language.tsx';
import { parseHash, useHash } from '../../lib/router.tsx';
import { useScope } from '../../lib/scope.tsx';
import { useShownReport } from '../../lib/shown-report.ts';
import { withoutTrail } from '../../lib/trail.ts';
import { addressOf, useSavedViews } from '../../lib/use-saved-views.ts';
import { everyMorning, questionOf } from './draft.ts';
import { QuestionWords } from './question-words.tsx';
import css from './reports.module.css';
import { ScheduleForm } from './schedule-form.tsx';
import { text } from './text.ts';
import { useReportSchedules } from './use-report-schedules.ts';

/** Schedules what is shown: opened by its command, on whatever screen. */
export function ScheduleDialog() {
  const t = useText(text);
  const [opened, setOpened] = useState(false);
  useCommand('file.schedule', () => setOpened(true));
  const close = () => setOpened(false);
  return (
    <Modal opened={opened} onClose={close} title={t.newTitle} size={620}>
      {opened && <NewSchedule onClose={close} />}
    </Modal>
  );
}

function NewSchedule({ onClose }: { onClose: () => void }) {
  const t = useText(text);
  const { language } = useLanguage();
  const { locale } = useFormat();
  const { screen, params } = parseHash(useHash());
  const { filters } = useScope();
  const shown = useShownReport();
  const views = useSavedViews().data ?? [];
  const schedules = useReportSchedules().data;
  const [chosen, setChosen] = useState<'shown' | 'records' | null>(null);
  const view = { screen, params: withoutTrail(params).toString() };
  // A view that is on its way says what it shows a moment later.
  const what = chosen ?? (shown ? 'shown' : 'records');
  const question = askedOf(what === 'shown' ? shown : null, view, {
    filters,
    search: screen === 'records' ? (params.get('search') ?? '') : '',
  });
  const saved = views.find((each) => addressOf(each) === window.location.hash);
  const byDefault = what === 'shown' && shown ? (saved?.name ?? shown.title) : t.records;
  const [draft, setDraft] = useState<Omit<ReportSchedule, 'name' | 'question' | 'view'>>(() => ({
    id: crypto.randomUUID(),
    range: 'yesterday',
    format: 'csv',
    folder: '',
    when: everyMorning,
    wording: { language, locale },
    isOn: true,
  }));
  const [name, setName] = useState<string | null>(null);
  // The folder that was used last is likely the one.
  const folder = draft.folder || (schedules?.schedules.at(-1)?.schedule.folder ?? '');
  const [isFolderTyped, setFolderTyped] = useState(false);
  return (
    <ScheduleForm
      draft={{
        ...draft,
        format: formatsOf(question).includes(draft.format) ? draft.format : 'csv',
        folder: isFolderTyped ? draft.folder : folder,
        name: (name ?? byDefault).slice(0, 80),
        question,
        view,
      }}
      onDraft={({ name: next, question: _question, view: _view, ...rest }) => {
        if (next !== (name ?? byDefault).slice(0, 80)) setName(next);
        if (rest.folder !== folder) setFolderTyped(true);
        setDraft(rest);
      }}
      knownShifts={schedules?.knownShifts ?? noShifts}
      onClose={onClose}
      question={
        <div>
          <Radio.Group
            size="xs"
            label={t.question}
            value={what}
            onChange={(value) => setChosen(value === 'records' ? value : 'shown')}
          >
            <div className={css.choices}>
              {shown && <Radio size="xs" value="shown" label={shown.title} />}
              <Radio size="xs" value="records" label={t.records} />
            </div>
          </Radio.Group>
          <QuestionWords question={question} />
        </div>
      }
    />
  );
}

const noShifts: readonly ShiftEnd[] = [];

function askedOf(
  shown: { query: ReportQueryInput } | null,
  view: ReportSchedule['view'],
  scope: Extract<ScheduledQuestion, { of: 'records' }>['scope'],
): ScheduledQuestion {
  return shown ? questionOf(shown.query, view) : { of: 'records', scope };
}
