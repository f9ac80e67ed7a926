import type { ReactNode } from 'react';
import { explainWords } from '../../../shared/text/explain.ts';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { useReport } from '../../lib/use-report.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { text } from './text.ts';
import type { Why } from './why.ts';
import css from './why-panel.module.css';

/** Where a number comes from: its definition, the files read and why others were not, what was asked, as of when. */
export function WhyPanel({ why, onClose }: { why: Why; onClose: () => void }) {
  const t = useText(text);
  const labels = useLabels();
  const words = useText(explainWords);
  const format = useFormat();
  const { data, error, refetch } = useReport(why.query);
  const { from, to, filters = [] } = why.query;
  return (
    <SidePanel title={why.measures.length === 1 ? t.why : t.whyThese} onClose={onClose}>
      <Part title={t.formula}>
        <dl className={css.facts}>
          {why.measures.map((measure) => (
            <div key={measure} className={css.stacked}>
              <dt>{labels.measures[measure]}</dt>
              <dd>{t.formulas[measure]}</dd>
            </div>
          ))}
        </dl>
      </Part>
      <Part title={t.range}>
        <p>{from && to && format.dateRange(from, to)}</p>
        {filters.map((filter) => (
          <p key={filter.field}>
            {labels.dimensions[filter.field]}: {format.list(filter.in.map((value) => value ?? t.notRecorded))}
          </p>
        ))}
      </Part>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data && (
        <>
          <Part title={t.how}>
            <dl className={css.facts}>
              <div>
                <dt>{t.asOfLabel}</dt>
                <dd>{format.dateTime(data.asOf)}</dd>
              </div>
              <div>
                <dt>{t.took}</dt>
                <dd>
                  {format.duration(data.elapsedMs)}, {t.fromCache[data.cache]}
                </dd>
              </div>
            </dl>
            <p>{words.source(data.plan.source)}</p>
            {data.plan.reasons.map((reason) => (
              <p key={words.reason(reason)} className={css.quiet}>
                {words.reason(reason)}
              </p>
            ))}
          </Part>
          <Part title={t.filesRead}>
            <ul className={css.files}>
              {data.plan.partitions.map((partition) => (
                <li key={partition.name} data-read={partition.read}>
                  <span className={css.file}>
                    {partition.name}
                    <span className={css.quiet}>{partition.read ? t.read : t.notRead}</span>
                  </span>
                  <span className={css.quiet}>{words.partition(partition.reason)}</span>
                </li>
              ))}
            </ul>
          </Part>
          {data.plan.statements.length > 0 && (
            <Part title={t.statements}>
              {data.plan.statements.map((statement) => (
                <details key={`${statement.partition} ${statement.sql}`} className={css.statement}>
                  <summary>
                    {statement.partition}
                    <span className={css.quiet}>
                      {t.statementMeta(format.number(statement.rows), format.duration(statement.elapsedMs))}
                    </span>
                  </summary>
                  <pre>{statement.sql}</pre>
                </details>
              ))}
            </Part>
          )}
        </>
      )}
    </SidePanel>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={css.part}>
      <h3 className={css.partTitle}>{title}</h3>
      {children}
    </section>
  );
}
