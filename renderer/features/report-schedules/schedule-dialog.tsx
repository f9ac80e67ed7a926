import { Modal, Radio, Select } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { boardScreens } from '../../../shared/contract/dashboards.ts';
import {
  formatsOf,
  type ReportSchedule,
  type ReportSchedules,
  type ScheduledQuestion,
} from '../../../shared/contract/report-schedules.ts';
import type { SavedView } from '../../../shared/contract/views.ts';
import { BOARD } from '../../../shared/questions/shown-tile.ts';
import { readWhere } from '../../../shared/questions/where-url.ts';
import { wholeScreenWords } from '../../../shared/text/tiles.ts';
import { useCommand } from '../../commands/commands.tsx';
import { useFormat, useLanguage, useText } from '../../lib/language.tsx';
import { parseHash, useHash } from '../../lib/router.tsx';
import { useScope } from '../../lib/scope.tsx';
import { type ShownBoard, type ShownReport, useShownBoard, useShownReport } from '../../lib/shown-report.ts';
import { withoutTrail } from '../../lib/trail.ts';
import { addressOf, useSavedViews } from '../../lib/use-saved-views.ts';
import { everyMorning, questionOf, screenQuestion } from './draft.ts';
import { QuestionWords } from './question-words.tsx';
import { takeReportToChange } from './report-to-change.ts';
import css from './reports.module.css';
import { ScheduleForm } from './schedule-form.tsx';
import { text } from './text.ts';
import { useReportSchedules } from './use-report-schedules.ts';

/** Schedules what is shown, as a new report or as what one that there is asks from now on: opened by its command, on whatever screen. */
export function ScheduleDialog() {
  const t = useText(text);
  const [opened, setOpened] = useState(false);
  const [reportId, setReportId] = useState<string | null>(null);
  useCommand('file.schedule', () => {
    setReportId(takeReportToChange());
    setOpened(true);
  });
  const close = () => setOpened(false);
  return (
    <Modal opened={opened} onClose={close} title={t.newTitle} size={620}>
      {opened && <ShownSchedule reportId={reportId} onReport={setReportId} onClose={close} />}
    </Modal>
  );
}

interface ShownScheduleProps {
  /** The report that gets another question; null for a new one. */
  reportId: string | null;
  onReport: (id: string | null) => void;
  onClose: () => void;
}

function ShownSchedule({ reportId, onReport, onClose }: ShownScheduleProps) {
  const t = useText(text);
  const schedules = useReportSchedules().data;
  const views = useSavedViews().data;
  // What is filled in at first comes from both, and does not change under the hand.
  if (!schedules || !views) return null;
  const all = schedules.schedules.map(({ schedule }) => schedule);
  const changed = all.find(({ id }) => id === reportId) ?? null;
  return (
    <ScheduleDraft
      key={reportId ?? NEW}
      changed={changed}
      schedules={schedules}
      views={views}
      onClose={onClose}
      chooser={
        all.length > 0 && (
          <Select
            label={t.report}
            description={changed ? t.changesQuestion : undefined}
            allowDeselect={false}
            data={[{ value: NEW, label: t.newReport }, ...all.map(({ id, name }) => ({ value: id, label: name }))]}
            value={changed?.id ?? NEW}
            onChange={(value) => onReport(value === NEW ? null : value)}
          />
        )
      }
    />
  );
}

const NEW = 'new';

interface ScheduleDraftProps {
  changed: ReportSchedule | null;
  schedules: ReportSchedules;
  views: readonly SavedView[];
  /** Chooses the report. */
  chooser: ReactNode;
  onClose: () => void;
}

function ScheduleDraft({ changed, schedules, views, chooser, onClose }: ScheduleDraftProps) {
  const t = useText(text);
  const { language } = useLanguage();
  const wholeScreens = useText(wholeScreenWords);
  const { locale } = useFormat();
  const { screen, params } = parseHash(useHash());
  const { filters } = useScope();
  const shown = useShownReport();
  const board = useShownBoard();
  const [chosen, setChosen] = useState<Subject | null>(null);
  const view = { screen, params: withoutTrail(params).toString() };
  // A view that is on its way says what it shows a moment later.
  const whole = boardScreens.find((each) => each === screen) ?? null;
  const what = chosen ?? (shown ? 'shown' : board ? 'board' : whole ? 'screen' : 'records');
  const question: ScheduledQuestion =
    what === 'board' && board
      ? { of: 'board', id: board.id, filters }
      : what === 'screen' && whole
        ? screenQuestion(whole, withoutTrail(params), filters)
        : askedOf(what === 'shown' ? shown : null, view, {
            filters,
            where: screen === 'records' ? readWhere(params) : [],
            search: screen === 'records' ? (params.get('search') ?? '') : '',
          });
  const saved = views.find((each) => addressOf(each) === addressOf({ ...each, ...view }));
  const byDefault =
    {
      shown: saved?.name ?? shown?.title,
      board: board?.name,
      screen: saved?.name ?? (whole && wholeScreens[whole]),
      records: null,
    }[what] ?? t.records;
  const [name, setName] = useState(changed?.name ?? null);
  const [kept, setKept] = useState<Omit<ReportSchedule, 'name' | 'question' | 'view' | 'savedAs'>>(
    () =>
      changed ?? {
        id: crypto.randomUUID(),
        range: 'yesterday',
        format: 'csv',
        // The folder that was used last is likely the one.
        folder: schedules.schedules.at(-1)?.schedule.folder ?? '',
        when: everyMorning,
        wording: { language, locale },
        isOn: true,
      },
  );
  const draft: ReportSchedule = {
    ...kept,
    format: formatsOf(question).find((each) => each === kept.format) ?? formatsOf(question)[0] ?? 'csv',
    name: (name ?? byDefault).slice(0, 80),
    question,
    view: what === 'board' && board ? viewOfBoard(board, view) : view,
    savedAs: saved?.name,
  };
  return (
    <ScheduleForm
      draft={draft}
      onDraft={(next) => {
        if (next.name !== draft.name) setName(next.name);
        setKept(next);
      }}
      knownShifts={schedules.knownShifts}
      onClose={onClose}
      question={
        <>
          {chooser}
          <div>
            <Radio.Group
              size="xs"
              label={t.question}
              value={what}
              onChange={(value) => setChosen(subjects.find((each) => each === value) ?? 'shown')}
            >
              <div className={css.choices}>
                {board && <Radio size="xs" value="board" label={t.board(board.name)} />}
                {whole && <Radio size="xs" value="screen" label={wholeScreens[whole]} />}
                {shown && <Radio size="xs" value="shown" label={shown.title} />}
                <Radio size="xs" value="records" label={t.records} />
              </div>
            </Radio.Group>
            <QuestionWords question={question} />
          </div>
        </>
      }
    />
  );
}

/** What of a screen can be written by the clock. */
const subjects = ['board', 'screen', 'shown', 'records'] as const;
type Subject = (typeof subjects)[number];

/** An address that names no dashboard shows the first one, which may be another later. */
function viewOfBoard({ id }: ShownBoard, { screen, params }: ReportSchedule['view']): ReportSchedule['view'] {
  const named = new URLSearchParams(params);
  named.set(BOARD, id);
  return { screen, params: named.toString() };
}

function askedOf(
  shown: ShownReport | null,
  view: ReportSchedule['view'],
  scope: Extract<ScheduledQuestion, { of: 'records' }>['scope'],
): ScheduledQuestion {
  return shown ? questionOf(shown, view) : { of: 'records', scope };
}
