import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ReportSchedule, ShiftEnd } from '../../../shared/contract/report-schedules.ts';
import { useCommands } from '../../commands/commands.tsx';
import { useText } from '../../lib/language.tsx';
import { addressOf, useSavedViews } from '../../lib/use-saved-views.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { QuestionWords } from './question-words.tsx';
import { changeNext } from './report-to-change.ts';
import css from './reports.module.css';
import { ScheduleForm } from './schedule-form.tsx';
import { text } from './text.ts';

interface EditDialogProps {
  schedule: ReportSchedule;
  knownShifts: readonly ShiftEnd[];
  onClose: () => void;
}

/** Changes when a report is written, as what and where to; what it asks stays, or becomes what its view shows by now. */
export function EditDialog({ schedule, knownShifts, onClose }: EditDialogProps) {
  const t = useText(text);
  const [draft, setDraft] = useState(schedule);
  return (
    <Dialog onClose={onClose} title={t.editTitle(schedule.name)} size={620}>
      <ScheduleForm
        draft={draft}
        onDraft={setDraft}
        knownShifts={knownShifts}
        question={
          <div>
            <QuestionWords question={draft.question} />
            <ViewByNow schedule={schedule} onClose={onClose} />
          </div>
        }
        onClose={onClose}
      />
    </Dialog>
  );
}

/** How the report gets another question: that of its view, where that was changed since, or that of any other. */
function ViewByNow({ schedule, onClose }: Pick<EditDialogProps, 'schedule' | 'onClose'>) {
  const t = useText(text);
  const { run } = useCommands();
  const view = useSavedViews().data?.find(({ name }) => name === schedule.savedAs);
  if (!view || addressOf(view) === addressOf({ name: view.name, ...schedule.view }))
    return <p className={css.quiet}>{t.askElse}</p>;
  const open = () => {
    onClose();
    window.location.hash = addressOf(view);
    changeNext(schedule.id);
    run('file.schedule');
  };
  return (
    <p className={css.quiet}>
      {t.viewChanged(view.name)}{' '}
      <Button size="compact-xs" variant="default" onClick={open}>
        {t.useView}
      </Button>
    </p>
  );
}
