import { ActionIcon, Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { SpecificationKey } from '../../../shared/contract/specifications.ts';
import { noLimits } from '../../../shared/domain/spc/capability.ts';
import type { QualityView } from '../../../shared/quality/view.ts';
import type { Measure } from '../../../shared/query/measures.ts';
import type { ChartScope } from '../../../shared/questions/chart-scope.ts';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { Told } from '../../ui/told.tsx';
import { KeepDialog } from './keep-dialog.tsx';
import { limitsInWords, placeInWords } from './limit-words.ts';
import css from './quality.module.css';
import { text } from './text.ts';
import { type Asked, useChangeSpecifications, useSpecifications } from './use-specifications.ts';

interface KeptLimitsProps {
  measure: Measure;
  scope: ChartScope;
  asked: Asked;
  onChange: (changes: Partial<QualityView>) => void;
}

/** Where the limits beside it come from: kept for an item and a line, or typed in this view alone; and the way to keep them. */
export function KeptLimits({ measure, scope, asked, onChange }: KeptLimitsProps) {
  const t = useText(text);
  const format = useFormat();
  const [isKeeping, setKeeping] = useState(false);
  const { change, isPending, error, undo } = useChangeSpecifications();
  const { kept, before, isTyped } = asked;
  const failed = error ?? asked.error;
  const showKept = () => onChange({ specification: noLimits });
  return (
    <div className={css.kept}>
      {isTyped ? <p>{t.onlyHere}</p> : kept && <p>{t.keptFor(placeInWords(kept, t))}</p>}
      {!isTyped && kept?.since && before !== kept && (
        <p>
          {before
            ? t.otherBefore(format.date(kept.since))
            : kept.since > scope.from
              ? t.noneBefore(format.date(kept.since))
              : t.keptSince(format.date(kept.since))}
        </p>
      )}
      {failed && (
        <p role="alert">
          <Told message={failed.message} />
        </p>
      )}
      <div className={css.keptButtons}>
        {isTyped && (
          <Button variant="default" size="compact-xs" onClick={() => setKeeping(true)}>
            {t.keep}
          </Button>
        )}
        {isTyped && kept && (
          <Button variant="default" size="compact-xs" onClick={showKept}>
            {t.useKept}
          </Button>
        )}
        {undo && (
          <Button variant="default" size="compact-xs" loading={isPending} onClick={undo}>
            {t.undoKept}
          </Button>
        )}
      </div>
      {isKeeping && (
        <KeepDialog
          measure={measure}
          limits={asked.limits}
          filters={scope.filters}
          isBusy={isPending}
          error={error}
          onClose={() => setKeeping(false)}
          onKeep={(specification) =>
            change(
              { do: 'save', specification },
              {
                onSuccess: () => {
                  setKeeping(false);
                  showKept();
                },
              },
            )
          }
        />
      )}
      <AllKept measure={measure} onRemove={(specification) => change({ do: 'remove', specification })} />
    </div>
  );
}

/** Everything that is kept of a measure, each to be let go. */
function AllKept({ measure, onRemove }: { measure: Measure; onRemove: (kept: SpecificationKey) => void }) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const all = (useSpecifications().data ?? []).filter((each) => each.measure === measure);
  if (all.length === 0) return null;
  return (
    <details className={css.allKept}>
      <summary>{t.allKept(all.length)}</summary>
      <ul className={css.plain} aria-label={t.allKeptOf(labels.measures[measure])}>
        {all.map((each) => {
          const { lower: _lower, upper: _upper, target: _target, ...key } = each;
          const since = each.since === null ? '' : t.keptSince(format.date(each.since));
          return (
            <li key={JSON.stringify(key)} className={css.watchedOne}>
              <p>
                {placeInWords(each, t)} <span className={css.quiet}>{limitsInWords(measure, each, t, format)}</span>{' '}
                <span className={css.quiet}>{since}</span>
              </p>
              <ActionIcon
                size="sm"
                aria-label={t.letGo([placeInWords(each, t), since].filter(Boolean).join(', '))}
                onClick={() => onRemove(key)}
              >
                <IconTrash size={14} />
              </ActionIcon>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
