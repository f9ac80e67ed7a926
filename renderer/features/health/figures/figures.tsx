import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { AlertKind, Health } from '../../../../shared/contract/health.ts';
import type { Settings } from '../../../../shared/contract/settings.ts';
import { NO_DATA } from '../../../lib/format.ts';
import { useFormat, useText } from '../../../lib/language.tsx';
import { writeAlertValue } from '../alerts/alert-words.ts';
import { text } from '../text.ts';
import css from './figures.module.css';
import { useStoreWords } from './use-store-words.ts';

interface FiguresProps {
  health: Health;
  /** Absent until they are known. */
  settings: Settings | undefined;
}

/** The numbers that matter at a glance, each against its target; one that has passed it carries a sign. */
export function Figures({ health, settings }: FiguresProps) {
  const { figures: t } = useText(text);
  const format = useFormat();
  const storeWords = useStoreWords(health.store);
  const { cache, readers, store, jobs } = health;
  const { lastHour } = health.responses;
  const isAlert = (kind: AlertKind) => health.alerts.some((alert) => alert.kind === kind);
  const asked = cache ? cache.lastHour.hits + cache.lastHour.staleHits + cache.lastHour.misses : null;
  const logLimit = settings?.alertLogMegabytes ?? 0;
  const slowLimit = settings?.alertSlowMilliseconds ?? 0;
  return (
    <div className={css.figures}>
      <Figure
        label={t.responses}
        isWide
        isAlert={isAlert('slow')}
        words={lastHour ? t.lastHour(format.number(lastHour.count)) : t.noQuestions}
        target={slowLimit > 0 ? t.target(writeAlertValue('slow', slowLimit, format)) : undefined}
      >
        {(['p50', 'p95', 'p99'] as const).map((key) => (
          <span key={key} className={css.value}>
            {format.milliseconds(lastHour?.[key] ?? null)}
            <span className={css.unit}>{t.percentiles[key]}</span>
          </span>
        ))}
      </Figure>
      <Figure
        label={t.memory}
        isAlert={isAlert('hitRatio')}
        words={asked === null ? t.notKnown : t.ofQuestions(format.number(asked))}
      >
        <span className={css.value}>{format.percent(cache?.lastHour.hitRatio ?? null)}</span>
      </Figure>
      <Figure
        label={t.readers}
        words={
          readers === null
            ? t.notKnown
            : readers.queued > 0
              ? t.queued(format.number(readers.queued))
              : t.longestWait(format.milliseconds(readers.longestWaitMs))
        }
      >
        <span className={css.value}>
          {readers ? t.readersInUse(format.number(readers.inUse), format.number(readers.size)) : NO_DATA}
        </span>
      </Figure>
      <Figure label={t.jobs} words={t.jobsWords(format.number(jobs.queued), format.number(jobs.failedLastDay))}>
        <span className={css.value}>{t.jobsRunning(format.number(jobs.running))}</span>
      </Figure>
      <Figure label={t.store} words={storeWords.growth}>
        <span className={css.value}>{format.bytes(store.bytes)}</span>
      </Figure>
      <Figure
        label={t.log}
        isAlert={isAlert('log')}
        words={logLimit > 0 ? t.logWords(writeAlertValue('log', logLimit, format)) : t.logPlain}
      >
        <span className={css.value}>{format.bytes(store.logBytes)}</span>
      </Figure>
      <Figure label={t.disk} isAlert={isAlert('disk')} words={storeWords.disk}>
        <span className={css.value}>{format.bytes(store.freeDiskBytes)}</span>
      </Figure>
    </div>
  );
}

interface FigureProps {
  label: string;
  words: string;
  /** From where on it would be an alert, in words. */
  target?: string;
  isWide?: boolean;
  isAlert?: boolean;
  children: ReactNode;
}

function Figure({ label, words, target, isWide = false, isAlert = false, children }: FigureProps) {
  return (
    <section className={css.figure} data-wide={isWide} data-alert={isAlert}>
      <h2 className={css.label}>
        {label}
        {isAlert && <IconAlertTriangle className={css.sign} size={14} aria-hidden />}
      </h2>
      <div className={css.values}>{children}</div>
      <p className={css.words} title={target ? `${words}, ${target}` : words}>
        {words}
        {target && <span>, {target}</span>}
      </p>
    </section>
  );
}
