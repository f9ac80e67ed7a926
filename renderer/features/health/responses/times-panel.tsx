import { ActionIcon, SegmentedControl } from '@mantine/core';
import { IconChartLine, IconTable } from '@tabler/icons-react';
import { useState } from 'react';
import type { Health } from '../../../../shared/contract/health.ts';
import { type ChartSize, ResponseChart, ResponseLegend } from '../../../charts/response-times/response-chart.tsx';
import { type TimeWindow, timeWindowNames, timeWindows, toMinutes } from '../../../charts/response-times/to-minutes.ts';
import { useText } from '../../../lib/language.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { WhyButton } from '../../../why/why-button.tsx';
import { text } from '../text.ts';
import { MinutesTable } from './minutes-table.tsx';
import css from './times-panel.module.css';

interface TimesPanelProps {
  health: Health;
  /** Where an alert begins; 0 for none. */
  targetMs: number;
  /** Of the chart, where it cannot be measured. */
  size?: ChartSize;
}

/** The course of response times, by minute, as a chart or in numbers. */
export function TimesPanel({ health, targetMs, size }: TimesPanelProps) {
  const t = useText(text);
  const [window, setWindow] = useState<TimeWindow>('hour');
  const [asTable, setAsTable] = useState(false);
  const untilMs = Date.parse(health.at);
  const minutes = toMinutes(health.responses.overTime, untilMs - timeWindows[window].lengthMs);
  return (
    <Panel
      title={t.responses}
      subtitle={t.responsesHint}
      columns={8}
      actions={
        <>
          <SegmentedControl
            aria-label={t.windowsLabel}
            value={window}
            data={timeWindowNames.map((name) => ({ value: name, label: t.windows[name] }))}
            onChange={(name) => setWindow(timeWindowNames.find((each) => each === name) ?? 'hour')}
          />
          <ActionIcon
            size="sm"
            aria-label={asTable ? t.asChart : t.asTable}
            title={asTable ? t.asChart : t.asTable}
            aria-pressed={asTable}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? <IconChartLine size={16} stroke={1.6} /> : <IconTable size={16} stroke={1.6} />}
          </ActionIcon>
          <WhyButton of={t.responses} why={{ of: 'health', subject: 'overTime' }} />
        </>
      }
    >
      <div className={css.content}>
        {minutes.length === 0 ? (
          <EmptyState title={t.noneInWindow}>{t.noneHint}</EmptyState>
        ) : asTable ? (
          <MinutesTable minutes={minutes} />
        ) : (
          <>
            <div className={css.plot}>
              <div>
                <ResponseChart
                  minutes={minutes}
                  window={window}
                  untilMs={untilMs}
                  targetMs={targetMs}
                  size={size}
                  label={`${t.responses} ${t.windows[window]}.`}
                />
              </div>
            </div>
            <ResponseLegend targetMs={targetMs} />
          </>
        )}
      </div>
    </Panel>
  );
}
