import { Button, Modal, Radio, SegmentedControl, Switch } from '@mantine/core';
import { useId, useState } from 'react';
import { type ReportFormat, recordsFormats, reportFormats } from '../../../shared/contract/reports.ts';
import { periodGrains } from '../../../shared/domain/day.ts';
import { grainFor } from '../../../shared/domain/grain.ts';
import { lengthInDays } from '../../../shared/domain/range.ts';
import { useCommand } from '../../commands/commands.tsx';
import { useClient } from '../../lib/connection.tsx';
import { useFormat, useLabels, useLanguage, useText } from '../../lib/language.tsx';
import { parseHash, useHash, useParam } from '../../lib/router.tsx';
import { useScope } from '../../lib/scope.tsx';
import { useShownReport } from '../../lib/shown-report.ts';
import { useExport } from '../../lib/use-export.ts';
import css from './export-dialog.module.css';
import { ExportProgress } from './export-progress.tsx';
import { type ExportableReport, exportableReports, reportToExport } from './exportable.ts';
import { text } from './text.ts';
import { viewToOpen } from './view-to-open.ts';

/** Writes what is shown as a file: the records, or the whole table behind a chart, with the range and filters of the window. */
export function ExportDialog() {
  const t = useText(text);
  const labels = useLabels();
  const words = useFormat();
  const { language } = useLanguage();
  const client = useClient();
  const { from, to, filters } = useScope();
  const { screen, params } = parseHash(useHash());
  const search = screen === 'records' ? (params.get('search') ?? '') : '';
  const [chosenGrain] = useParam('grain', periodGrains, 'month');
  const [opened, setOpened] = useState(false);
  const shown = useShownReport();
  const [what, setWhat] = useState<Choice>('records');
  const [byteOrderMark, setByteOrderMark] = useState(true);
  const [about, setAbout] = useState(true);
  const [wanted, setFormat] = useState<ReportFormat>('csv');
  const recordsFormat = recordsFormats.find((each) => each === wanted) ?? 'csv';
  const format = what === 'records' ? recordsFormat : wanted;
  const run = useExport(() => {
    const view = viewToOpen(what, window.location.hash, { from, to, filters });
    const title = what === 'shown' ? (shown?.title ?? '') : what === 'records' ? t.records : t.reports[what];
    const wording = { title, language, locale: words.locale, ...(view && { view }) };
    const options = { format, wording, byteOrderMark, about };
    if (what === 'records')
      return client.exports.records({ scope: { from, to, filters, search }, ...options, format: recordsFormat });
    if (what === 'shown' && shown) return client.exports.report({ query: shown.query, ...options });
    if (!from || !to || what === 'shown') throw new Error('There is nothing to be written');
    const grain = params.has('grain') ? chosenGrain : grainFor(lengthInDays({ from, to }));
    return client.exports.report({ query: reportToExport(what, { from, to, filters }, grain), ...options });
  });

  const formatLabel = useId();

  useCommand('file.export', () => {
    if (!run.busy) run.forget();
    setWhat(shown ? 'shown' : screen === 'records' ? 'records' : 'trend');
    setOpened(true);
  });
  const close = () => setOpened(false);
  const limits = filters.map(
    ({ field, in: values, not }) =>
      `${not ? t.without(labels.dimensions[field]) : labels.dimensions[field]}: ${words.list(values.map((value) => value ?? t.notRecorded))}`,
  );
  if (search !== '' && what === 'records') limits.push(t.search(search));
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
            {shown && <Radio size="xs" value="shown" label={shown.title} disabled={isBegun} />}
            {exportableReports.map((report) => (
              <Radio key={report} size="xs" value={report} label={t.reports[report]} disabled={isBegun} />
            ))}
            <Radio size="xs" value="records" label={t.records} disabled={isBegun} />
          </div>
        </Radio.Group>
        <p className={css.quiet}>{what === 'records' ? t.recordsWords : t.reportWords}</p>
        <div>
          <p className={css.label} id={formatLabel}>
            {t.format}
          </p>
          <SegmentedControl
            fullWidth
            aria-labelledby={formatLabel}
            value={format}
            onChange={(value) => setFormat(reportFormats.find((each) => each === value) ?? 'csv')}
            data={(what === 'records' ? recordsFormats : reportFormats).map((each) => ({
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
        <ExportProgress run={run} onClose={close} />
      ) : (
        <div className={css.buttons}>
          <Button variant="default" onClick={close}>
            {t.cancel}
          </Button>
          <Button onClick={run.start}>{t.write(t.formats[format])}</Button>
        </div>
      )}
    </Modal>
  );
}

type Choice = ExportableReport | 'records' | 'shown';

function asChoice(value: string): Choice {
  if (value === 'shown') return value;
  return exportableReports.find((report) => report === value) ?? 'records';
}
