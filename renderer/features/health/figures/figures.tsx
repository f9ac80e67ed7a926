import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { AlertKind, Health } from '../../../../shared/contract/health.ts';
import type { Settings } from '../../../../shared/contract/settings.ts';
import { NO_DATA } from '../../../lib/format.ts';
import { useFormat, useText } from '../../../lib/language.tsx';
import type { Why } from '../../../why/why.ts';
import { WhyButton } from '../../../why/why-button.tsx';
import { text } from '../text.ts';
import { figureWords } from './figure-words.ts';
import css from './figures.module.css';

interface FiguresProps {
  health: Health;
  /** Absent until they are known. */
  settings: Settings | undefined;
}

/** The numbers that matter at a glance, each against its target; one that has passed it carries a sign. */
export function Figures({ health, settings }: FiguresProps) {
  const { figures: t } = useText(text);
  const format = useFormat();
  const { cache, readers, store, jobs } = health;
  const words = figureWords(health, settings, t, format);
  const isAlert = (kind: AlertKind) => health.alerts.some((alert) => alert.kind === kind);
  return (
    <div className={css.figures}>
      <Figure
        label={t.responses}
        why={{ of: 'health', subject: 'responses' }}
        words={words.responses}
        isAlert={isAlert('slow')}
        isWide
      >
        {(['p50', 'p95', 'p99'] as const).map((key) => (
          <Value key={key} unit={t.percentiles[key]}>
            {format.milliseconds(health.responses.lastHour?.[key] ?? null)}
          </Value>
        ))}
      </Figure>
      <Figure
        label={t.memory}
        why={{ of: 'health', subject: 'memory' }}
        words={words.memory}
        isAlert={isAlert('hitRatio')}
      >
        <Value>{format.percent(cache?.lastHour.hitRatio ?? null)}</Value>
      </Figure>
      <Figure label={t.readers} why={{ of: 'health', subject: 'readers' }} words={words.readers}>
        <Value>{readers ? t.readersInUse(format.number(readers.inUse), format.number(readers.size)) : NO_DATA}</Value>
      </Figure>
      <Figure label={t.jobs} why={{ of: 'health', subject: 'jobs' }} words={words.jobs}>
        <Value>{t.jobsRunning(format.number(jobs.running))}</Value>
      </Figure>
      <Figure label={t.store} why={{ of: 'health', subject: 'growth' }} words={words.store}>
        <Value>{format.bytes(store.bytes)}</Value>
      </Figure>
      <Figure label={t.log} why={{ of: 'health', subject: 'log' }} words={words.log} isAlert={isAlert('log')}>
        <Value>{format.bytes(store.logBytes)}</Value>
      </Figure>
      <Figure label={t.disk} why={{ of: 'health', subject: 'disk' }} words={words.disk} isAlert={isAlert('disk')}>
        <Value>{format.bytes(store.freeDiskBytes)}</Value>
      </Figure>
    </div>
  );
}

interface FigureProps {
  label: string;
  why: Why;
  words: string;
  isWide?: boolean;
  isAlert?: boolean;
  children: ReactNode;
}

function Figure({ label, why, words, isWide = false, isAlert = false, children }: FigureProps) {
  return (
    <section className={css.figure} data-wide={isWide} data-alert={isAlert}>
      <header className={css.head}>
        <h2 className={css.label}>
          {label}
          {isAlert && <IconAlertTriangle className={css.sign} size={14} aria-hidden />}
        </h2>
        <WhyButton of={label} why={why} />
      </header>
      <div className={css.values}>{children}</div>
      <p className={css.words} title={words}>
        {words}
      </p>
    </section>
  );
}

function Value({ unit, children }: { unit?: string; children: ReactNode }) {
  return (
    <span className={css.value}>
      {children}
      {unit && <span className={css.unit}>{unit}</span>}
    </span>
  );
}
