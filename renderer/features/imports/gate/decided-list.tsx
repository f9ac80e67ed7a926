import { type Finding, findingDefinitions, findingSchema } from '../../../../shared/import/gate.ts';
import { useText } from '../../../lib/language.tsx';
import { FindingDetails, useFindingTitle } from './finding-view.tsx';
import css from './gate.module.css';
import { text } from './text.ts';

/** The findings that the result of an import job carries. */
export function findingsOfResult(result: Readonly<Record<string, unknown>> | null): Finding[] {
  const json = result?.findings;
  return typeof json === 'string' ? findingSchema.array().parse(JSON.parse(json)) : [];
}

/** What was kept or left out by decision, and what else is worth knowing, beside what came of an import. */
export function DecidedList({ findings }: { findings: readonly Finding[] }) {
  const t = useText(text);
  const title = useFindingTitle();
  if (findings.length === 0) return null;
  return (
    <section className={css.result} aria-label={t.resultTitle}>
      <h3 className={css.title}>{t.resultTitle}</h3>
      {findings.map((finding) => (
        <details key={finding.kind}>
          <summary>
            {title(finding)} <span className={css.label}>· {standing(finding, t)}</span>
          </summary>
          <div className={css.told}>
            <FindingDetails finding={finding} />
          </div>
        </details>
      ))}
    </section>
  );
}

function standing({ kind, decision, decidedBy }: Finding, t: (typeof text)['en']): string {
  if (decision === null || !findingDefinitions[kind].asks) return t.worthKnowing;
  return decidedBy === 'profile' ? t.decidedAlways[decision] : t.decided[decision];
}
