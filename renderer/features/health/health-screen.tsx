import { Button, Tabs } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { flushSync } from 'react-dom';
import { MeasureAlertList } from '../../alerts/measure-alert-list.tsx';
import { useMeasureAlerts } from '../../alerts/use-measure-alerts.ts';
import { useFormat, useText } from '../../lib/language.tsx';
import { goTo, useParam } from '../../lib/router.tsx';
import { useSettings } from '../../lib/use-settings.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { LoadingDim } from '../../ui/loading-dim.tsx';
import { Screen } from '../../ui/screen.tsx';
import { AlertList } from './alerts/alert-list.tsx';
import type { Place } from './alerts/next-step.ts';
import { Figures } from './figures/figures.tsx';
import { HealthParts } from './health-parts.tsx';
import css from './health-screen.module.css';
import { healthParts } from './parts.ts';
import { text } from './text.ts';
import { useHealth } from './use-health.ts';

const PARTS = 'health-parts';

/** What the program did and how it is, as it is now: alerts, the numbers that matter, and one part at a time more closely. */
export function HealthScreen() {
  const t = useText(text);
  const format = useFormat();
  const { data: health, error, isPending, refetch } = useHealth();
  const settings = useSettings().data;
  const [part, setPart] = useParam('part', healthParts, 'responses');
  const alerts = health?.alerts ?? [];
  const watched = useMeasureAlerts().data;
  const needing = alerts.length + (watched?.found.length ?? 0);
  const show = ({ part: wanted, id }: Place) => {
    flushSync(() => setPart(wanted));
    document.getElementById(id ?? PARTS)?.scrollIntoView();
  };
  return (
    <Screen
      title={t.title}
      subtitle={
        health && (
          <>
            {needing > 0 ? t.needAttention(needing) : t.allWell}
            {health.startedAt && ` · ${t.since(format.dateTime(health.startedAt))}`}
          </>
        )
      }
      actions={
        <Button
          variant="default"
          leftSection={<IconPrinter size={14} aria-hidden />}
          onClick={() => goTo('health/report')}
        >
          {t.report}
        </Button>
      }
    >
      {health ? (
        <>
          <AlertList alerts={alerts} onShow={show} />
          <MeasureAlertList found={watched?.found ?? []} failed={watched?.failed ?? []} />
          <Figures health={health} settings={settings} />
          <Tabs
            id={PARTS}
            className={css.parts}
            classNames={{ panel: css.panel }}
            value={part}
            keepMounted={false}
            onChange={(name) => setPart(healthParts.find((each) => each === name) ?? 'responses')}
          >
            <Tabs.List aria-label={t.partsLabel}>
              {healthParts.map((name) => (
                <Tabs.Tab key={name} value={name}>
                  {t.parts[name]}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            <Tabs.Panel value={part}>
              <HealthParts part={part} health={health} settings={settings} />
            </Tabs.Panel>
          </Tabs>
        </>
      ) : (
        <div className={css.waiting}>
          {error ? (
            <ErrorState error={error} onRetry={() => void refetch()} />
          ) : (
            <LoadingDim loading={isPending} empty height={480}>
              {null}
            </LoadingDim>
          )}
        </div>
      )}
    </Screen>
  );
}
