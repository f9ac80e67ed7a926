import type { Health } from '../../../../shared/contract/health.ts';
import type { StoreStatus } from '../../../../shared/contract/schemas.ts';
import type { Settings } from '../../../../shared/contract/settings.ts';
import { NO_DATA } from '../../../lib/format.ts';
import { useFormat, useText } from '../../../lib/language.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { AlertList } from '../alerts/alert-list.tsx';
import { Facts } from '../facts.tsx';
import { Figures } from '../figures/figures.tsx';
import { HealthParts } from '../health-parts.tsx';
import { healthParts } from '../parts.ts';
import { text as healthText } from '../text.ts';
import { JobsTable } from './jobs-table.tsx';
import css from './report.module.css';
import { text } from './text.ts';

export interface ReportProps {
  health: Health;
  settings: Settings;
  status: StoreStatus;
}

/** As wide as a sheet of paper lets a chart be, as nothing is measured anew for printing. */
const paper = { width: 640, height: 228 };

/** The whole report: of which store and program it is, what needs attention, then every part in full. */
export function Report({ health, settings, status }: ReportProps) {
  const t = useText(text);
  const words = useText(healthText);
  const format = useFormat();
  const { firstDate, lastDate } = status;
  return (
    <>
      <Panel title={t.about}>
        <Facts
          facts={[
            { name: t.date, value: format.dateTime(health.at) },
            { name: t.store, value: status.folder },
            { name: t.records, value: format.number(status.records) },
            { name: t.dates, value: firstDate && lastDate ? format.dateRange(firstDate, lastDate) : NO_DATA },
            {
              name: t.version,
              value: t.versions(status.appVersion, status.sqliteVersion, String(status.schemaVersion)),
            },
            { name: t.since, value: format.dateTime(health.startedAt) },
          ]}
        />
      </Panel>
      {health.alerts.length === 0 ? <p className={css.well}>{words.allWell}</p> : <AlertList alerts={health.alerts} />}
      <Figures health={health} settings={settings} />
      {healthParts.map((part) => (
        <HealthParts key={part} part={part} health={health} settings={settings} chartSize={paper} />
      ))}
      <JobsTable />
    </>
  );
}
