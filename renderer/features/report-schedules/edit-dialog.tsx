import { Modal } from '@mantine/core';
import { useState } from 'react';
import type { ReportSchedule, ShiftEnd } from '../../../shared/contract/report-schedules.ts';
import { useText } from '../../lib/language.tsx';
import { QuestionWords } from './question-words.tsx';
import { ScheduleForm } from './schedule-form.tsx';
import { text } from './text.ts';

interface EditDialogProps {
  schedule: ReportSchedule;
  knownShifts: readonly ShiftEnd[];
  onClose: () => void;
}

/** Changes when a report is written, as what and where to; what it asks stays. */
export function EditDialog({ schedule, knownShifts, onClose }: EditDialogProps) {
  const t = useText(text);
  const [draft, setDraft] = useState(schedule);
  return (
    <Modal opened onClose={onClose} title={t.editTitle(schedule.name)} size={620}>
      <ScheduleForm
        draft={draft}
        onDraft={setDraft}
        knownShifts={knownShifts}
        question={<QuestionWords question={draft.question} />}
        onClose={onClose}
      />
    </Modal>
  );
}
