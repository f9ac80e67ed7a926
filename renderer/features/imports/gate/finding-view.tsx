import { Checkbox, Radio } from '@mantine/core';
import { useId, useState } from 'react';
import type { RecordField } from '../../../../shared/domain/fields.ts';
import {
  type Finding,
  type FindingExample,
  findingDefinitions,
  type GateDecision,
} from '../../../../shared/import/gate.ts';
import { findingWords } from '../../../../shared/import/gate-words.ts';
import { useFormat, useLabels, useLanguage, useText } from '../../../lib/language.tsx';
import { Told } from '../../../ui/told.tsx';
import css from './gate.module.css';
import { text } from './text.ts';

interface FindingProps {
  finding: Finding;
}

/** The heading of a finding in words, such as '12 rows dated in the future'. */
export function useFindingTitle(): (finding: Pick<Finding, 'kind' | 'count'>) => string {
  const { language, format } = useLanguage();
  return ({ kind, count }) => findingWords[language][kind].title(format.number(count), count === 1);
}

interface DecisionProps extends FindingProps {
  /** What is decided holds this once alone: no profile is changed. */
  isOnce?: boolean;
  said: { decision: GateDecision; always: boolean } | null;
  onDecide: (decision: GateDecision, always: boolean) => void;
  /** Its rows may update what the store has of them. */
  update?: { isChosen: boolean; onChoose: () => void } | undefined;
}

/** A finding with its examples, and what can be said about it. */
export function FindingDecision({ finding, said, onDecide, update, isOnce = false }: DecisionProps) {
  const t = useText(text);
  const title = useFindingTitle();
  const name = useId();
  // Ticked before anything is chosen, it has nothing to hold for yet.
  const [isAlways, setAlways] = useState(said?.always ?? false);
  const always = said?.always ?? isAlways;
  const { decisions } = findingDefinitions[finding.kind];
  return (
    <fieldset className={css.finding}>
      <legend>{title(finding)}</legend>
      <FindingDetails finding={finding} />
      <div className={css.choices}>
        {decisions.map((decision) => (
          <Radio
            key={decision}
            name={name}
            size="xs"
            label={t.decide[decision]}
            checked={said?.decision === decision}
            onChange={() => onDecide(decision, always)}
          />
        ))}
        {update && (
          <Radio name={name} size="xs" label={t.updateByLot} checked={update.isChosen} onChange={update.onChoose} />
        )}
        {!isOnce && !update?.isChosen && (
          <Checkbox
            className={css.always}
            size="xs"
            label={t.always}
            checked={always}
            onChange={(event) => {
              const { checked } = event.currentTarget;
              setAlways(checked);
              if (said) onDecide(said.decision, checked);
            }}
          />
        )}
      </div>
    </fieldset>
  );
}

/** What a finding usually means, and its first rows. */
export function FindingDetails({ finding }: FindingProps) {
  const { language } = useLanguage();
  return (
    <>
      <p className={css.hint}>{findingWords[language][finding.kind].hint}</p>
      {finding.examples.length > 0 && (
        <ul className={css.examples}>
          {finding.examples.map((example, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the examples of a finding stay as they are
            <Example key={at} finding={finding} example={example} />
          ))}
        </ul>
      )}
    </>
  );
}

function Example({ finding, example }: FindingProps & { example: FindingExample }) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const { language } = useLanguage();
  const { line, values, found, beside } = example;
  const figure = (value: string) =>
    /^\d+(\.\d+)?$/.test(value) ? format.number(Number(value), decimalsOf(value)) : value;
  const isFigure = findingDefinitions[finding.kind].counts === 'days';
  const told =
    beside === null ? null : findingWords[language][finding.kind].beside?.(besideShown(finding, beside, figure));
  const isNumber = (field: string) => /Quantity|Minutes|Seconds/.test(field);
  return (
    <li>
      {line !== null && <span className={css.place}>{t.line(format.number(line))}</span>}
      {Object.entries(values).map(([field, value]) => (
        <span key={field}>
          <span className={css.label}>{labels.fields[field as RecordField]}</span>{' '}
          {isNumber(field) ? figure(value) : value}
        </span>
      ))}
      {found !== null && <span>{isFigure ? figure(found) : <Told message={found} />}</span>}
      {told && <span className={css.label}>{told}</span>}
    </li>
  );
}

/** As many decimals as are there, up to three. */
function decimalsOf(value: string): number {
  return Math.min(3, value.split('.')[1]?.length ?? 0);
}

function besideShown({ kind }: Finding, beside: string, figure: (value: string) => string): string {
  return kind === 'nameVariant' ? beside : figure(beside);
}
