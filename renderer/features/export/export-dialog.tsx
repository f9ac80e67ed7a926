import { Button, Modal, Radio, SegmentedControl, Switch } from '@mantine/core';
import { useId, useState } from 'react';
import { boardScreens } from '../../../shared/contract/dashboards.ts';
import { boardFormats, type ReportFormat, recordsFormats, reportFormats } from '../../../shared/contract/reports.ts';
import { periodGrains } from '../../../shared/domain/day.ts';
import { grainOf } from '../../../shared/domain/grain.ts';
import { readScope, writeScope } from '../../../shared/questions/scope-url.ts';
import { readWhere } from '../../../shared/questions/where-url.ts';
import { wholeScreenWords } from '../../../shared/text/tiles.ts';
import { useCommand, useCommands } from '../../commands/commands.tsx';
import { useConditionWords } from '../../filters/use-condition-words.ts';
import { useClient } from '../../lib/connection.tsx';
import { useFormat, useLabels, useLanguage, useText } from '../../lib/language.tsx';
import { parseHash, useHash, useParam } from '../../lib/router.tsx';
import { useScope } from '../../lib/scope.tsx';
import { useShownBoard, useShownReport } from '../../lib/shown-report.ts';
import { useExport } from '../../lib/use-export.ts';
import { useWithoutData } from '../../lib/use-without-data.ts';
import css from './export-dialog.module.css';
import { ExportProgress } from './export-progress.tsx';
import { type ExportableReport, exportableReports, reportsWith, reportToExport } from './exportable.ts';
import { text } from './text.ts';
import { viewToOpen } from './view-to-open.ts';

/** Writes what is shown as a file: the records, or the whole table behind a chart, with the range and filters of the window. */
export function ExportDialog() {
  const t = useText(text);
  const labels = useLabels();
  const words = useFormat();
  const { language } = useLanguage();
  const client = useClient();
  const { run: runCommand } = useCommands();
  const wholeScreens = useText(wholeScreenWords);
  const { from, to, filters, recordedBy } = useScope();
  const { screen, params } = parseHash(useHash());
  const search = screen === 'records' ? (params.get('search') ?? '') : '';
  const where = screen === 'records' ? readWhere(params) : [];
  const inWords = useConditionWords();
  const [chosenGrain] = useParam('grain', periodGrains, 'month');
  const [opened, setOpened] = useState(false);
  const without = useWithoutData(opened);
  const shown = useShownReport();
  const board = useShownBoard();
  const whole = boardScreens.find((each) => each === screen) ?? null;
  const [what, setWhat] = useState<Choice>('records');
  const [byteOrderMark, setByteOrderMark] = useState(true);
  const [about, setAbout] = useState(true);
  const [wanted, setFormat] = useState<ReportFormat>('csv');
  const recordsFormat = recordsFormats.find((each) => each === wanted) ?? 'csv';
  const formats: readonly ReportFormat[] =
    { records: recordsFormats, board: boardFormats, screen: boardFormats }[what as string] ?? reportFormats;
  const format = formats.find((each) => each === wanted) ?? formats[0] ?? 'csv';
  const run = useExport(() => {
    if (what === 'board' && board)
      return client.exports.board({ id: board.id, params: barOf(params), wording: { language, locale: words.locale } });
    if (what === 'screen' && whole)
      return client.exports.screen({
        screen: whole,
        params: params.toString(),
        wording: { language, locale: words.locale },
      });
    if (what === 'board' || what === 'screen') throw new Error('There is nothing to be written');
    const view = viewToOpen(what, window.location.hash, { from, to, filters });
    const title = what === 'shown' ? (shown?.title ?? '') : what === 'records' ? t.records : t.reports[what];
    const wording = { title, language, locale: words.locale, ...(view && { view }) };
    const options = { format, wording, byteOrderMark, about };
    if (what === 'records')
      return client.exports.records({ scope: { from, to, filters, where, search }, ...options, format: recordsFormat });
    if (what === 'shown' && shown)
      return client.exports.report({ query: shown.query, comparison: shown.comparison, ...options });
    if (!from || !to || what === 'shown') throw new Error('There is nothing to be written');
    const grain = params.has('grain') ? chosenGrain : grainOf({ from, to, recordedBy });
    return client.exports.report({ query: reportToExport(what, { from, to, filters }, grain, without), ...options });
  });

  const formatLabel = useId();

  useCommand('file.export', () => {
    if (!run.busy) run.forget();
    setWhat(shown ? 'shown' : board ? 'board' : screen === 'records' ? 'records' : whole ? 'screen' : 'trend');
    setOpened(true);
  });
  const close = () => setOpened(false);
  const schedule = () => {
    close();
    runCommand('file.schedule');
  };
  const limits = filters.map(
    ({ field, in: values, not }) =>
      `${not ? t.without(labels.dimensions[field]) : labels.dimensions[field]}: ${words.list(values.map((value) => value ?? t.notRecorded))}`,
  );
  if (what === 'records') {
    limits.push(...where.map(inWords).map(({ name, holds }) => `${name}: ${holds}`));
    if (search !== '') limits.push(t.search(search));
  }
  const isBegun = run.busy || run.job !== undefined || run.error !== null;

  return (
    <Modal opened={opened} onClose={close} title={t.title} size={480}>
      <section className={css.scope} aria-label={t.scope}>
        <p>{from && to && words.dateRange(from, to)}</p>
        <p className={css.quiet}>{limits.length === 0 ? t.noFilters : limits.join(' · ')}</p>
      </section>
      <fieldset className={css.form} disabled={isBegun}>
        <Radio.Group label={t.what} value={what} onChange={(value) => setWhat(asChoice(value))}>
          <div className={css.choices}>
            {board && <Radio size="xs" value="board" label={t.board(board.name)} disabled={isBegun} />}
            {whole && <Radio size="xs" value="screen" label={wholeScreens[whole]} disabled={isBegun} />}
            {shown && <Radio size="xs" value="shown" label={shown.title} disabled={isBegun} />}
            {reportsWith(without).map((report) => (
              <Radio key={report} size="xs" value={report} label={t.reports[report]} disabled={isBegun} />
            ))}
            <Radio size="xs" value="records" label={t.records} disabled={isBegun} />
          </div>
        </Radio.Group>
        <p className={css.quiet}>
          {{ records: t.recordsWords, board: t.boardWords, screen: t.screenWords }[what as string] ?? t.reportWords}
        </p>
        <div>
          <p className={css.label} id={formatLabel}>
            {t.format}
          </p>
          <SegmentedControl
            fullWidth
            aria-labelledby={formatLabel}
            value={format}
            onChange={(value) => setFormat(reportFormats.find((each) => each === value) ?? 'csv')}
            data={formats.map((each) => ({
              value: each,
              label: t.formats[each],
            }))}
            disabled={isBegun}
          />
          <p className={css.quiet}>{t.formatWords[format]}</p>
        </div>
        {format === 'csv' && (
          <>
            <Switch
              label={t.byteOrderMark}
              description={t.byteOrderMarkWords}
              checked={byteOrderMark}
              disabled={isBegun}
              onChange={(event) => setByteOrderMark(event.currentTarget.checked)}
            />
            <Switch
              label={t.about}
              description={t.aboutWords}
              checked={about}
              disabled={isBegun}
              onChange={(event) => setAbout(event.currentTarget.checked)}
            />
          </>
        )}
      </fieldset>
      {isBegun ? (
        <ExportProgress run={run} onClose={close} onSchedule={isExportable(what) ? null : schedule} />
      ) : (
        <div className={css.buttons}>
          <Button variant="default" onClick={close}>
            {t.cancel}
          </Button>
          <Button data-autofocus onClick={run.start}>
            {t.write(t.formats[format])}
          </Button>
        </div>
      )}
    </Modal>
  );
}

type Choice = ExportableReport | 'records' | 'shown' | 'board' | 'screen';

/** The tables of the overview that any screen writes: what is scheduled is what a screen shows. */
function isExportable(what: Choice): what is ExportableReport {
  return exportableReports.some((report) => report === what);
}

/** What the bar says, of all that an address holds. */
function barOf(params: URLSearchParams): string {
  return writeScope(readScope(params), new URLSearchParams()).toString();
}

function asChoice(value: string): Choice {
  if (value === 'shown' || value === 'board' || value === 'screen') return value;
  return exportableReports.find((report) => report === value) ?? 'records';
}
