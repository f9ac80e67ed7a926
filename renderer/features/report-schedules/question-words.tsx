import type { ScheduledQuestion } from '../../../shared/contract/report-schedules.ts';
import { useConditionWords } from '../../filters/use-condition-words.ts';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { filtersOf } from './draft.ts';
import css from './reports.module.css';
import { text } from './text.ts';

/** The filters of what a report asks, and that it keeps them. */
export function QuestionWords({ question }: { question: ScheduledQuestion }) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const inWords = useConditionWords();
  const limits = filtersOf(question).map(({ field, in: values, not }) => {
    const name = labels.dimensions[field];
    return `${not ? t.without(name) : name}: ${format.list(values.map((value) => value ?? t.notRecorded))}`;
  });
  const { where = [] } = question.of === 'report' ? question.query : question.of === 'records' ? question.scope : {};
  limits.push(...where.map(inWords).map(({ name, holds }) => `${name}: ${holds}`));
  if (question.of === 'records' && question.scope.search !== '') limits.push(t.search(question.scope.search));
  const kept = question.of === 'board' ? t.keptBoard : question.of === 'screen' ? t.keptScreen : t.kept;
  return (
    <p className={css.quiet}>
      {limits.length === 0 ? t.noFilters : limits.join(' · ')}. {kept}
    </p>
  );
}
