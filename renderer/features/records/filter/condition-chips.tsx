import type { RecordCondition } from '../../../../shared/query/record-conditions.ts';
import { withCondition } from '../../../../shared/questions/where-url.ts';
import { FilterChip } from '../../../filters/filter-chip.tsx';
import { useConditionWords } from '../../../filters/use-condition-words.ts';
import { useText } from '../../../lib/language.tsx';
import css from './filter.module.css';
import { text } from './text.ts';

interface ConditionChipsProps {
  where: readonly RecordCondition[];
  onWhere: (where: RecordCondition[]) => void;
}

/** The conditions on single records, each with the way to take it off; nothing where there are none. */
export function ConditionChips({ where, onWhere }: ConditionChipsProps) {
  const t = useText(text);
  const inWords = useConditionWords();
  if (where.length === 0) return null;
  return (
    <ul className={css.chips} aria-label={t.conditions}>
      {where.map((condition) => {
        const { name, holds } = inWords(condition);
        return (
          <FilterChip
            key={condition.field}
            name={name}
            kept={holds}
            onRemove={() => onWhere(withCondition(where, condition.field, null))}
          />
        );
      })}
    </ul>
  );
}
