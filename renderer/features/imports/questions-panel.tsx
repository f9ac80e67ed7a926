import { Radio } from '@mantine/core';
import { useId } from 'react';
import type { Preview } from '../../../shared/contract/schemas.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { useFormat, useText } from '../../lib/language.tsx';
import { Panel } from '../../ui/panel.tsx';
import css from './imports.module.css';
import { type Ambiguity, answerQuestion, currentChoice, questionKey, tellingDate, tellingNumber } from './questions.ts';
import { text } from './text.ts';
import { wordsOf } from './values/question-words.ts';
import { text as valuesText } from './values/text.ts';

interface QuestionsPanelProps {
  preview: Preview;
  profile: ImportProfile;
  /** As the file was guessed, or remembered, before any answer. */
  firstProfile: ImportProfile;
  answered: readonly string[];
  /** Such files were imported before, and the answers are those of then. */
  remembered: boolean;
  /** The profile with the answer, and the key of the question. */
  onAnswer: (profile: ImportProfile, key: string) => void;
}

/** What the file leaves open, as questions with an example; none is answered silently. */
export function QuestionsPanel({ preview, profile, firstProfile, answered, ...props }: QuestionsPanelProps) {
  const { remembered, onAnswer } = props;
  const t = useText(text);
  return (
    <Panel title={t.questionsTitle} subtitle={remembered ? t.questionsAnswered : t.questionsHint}>
      <div className={css.questions}>
        {preview.ambiguities.map((ambiguity) => (
          <Question
            key={questionKey(ambiguity)}
            ambiguity={ambiguity}
            samples={preview.columns.flatMap((column) => column.samples)}
            chosen={answered.includes(questionKey(ambiguity)) ? currentChoice(profile, ambiguity) : null}
            onChoose={(choice) =>
              onAnswer(answerQuestion(profile, ambiguity, choice, firstProfile), questionKey(ambiguity))
            }
          />
        ))}
      </div>
    </Panel>
  );
}

interface QuestionProps {
  ambiguity: Ambiguity;
  samples: readonly string[];
  chosen: string | null;
  onChoose: (choice: string) => void;
}

function Question({ ambiguity, samples, chosen, onChoose }: QuestionProps) {
  const t = useText(text);
  const v = useText(valuesText);
  const format = useFormat();
  const name = useId();
  const { field, choices, sample } = ambiguity;
  const telling = field === 'dateFormat' ? tellingDate(sample === undefined ? samples : [sample], choices) : null;
  const words = wordsOf(ambiguity, t, v, format, field === 'dateFormat' ? telling : tellingNumber(samples));
  return (
    <fieldset className={css.question}>
      <legend>{words.legend}</legend>
      <div className={css.choices}>
        {[...choices].sort().map((choice) => (
          <Radio
            key={choice}
            name={name}
            size="xs"
            label={words.choice(choice)}
            checked={chosen === choice}
            onChange={() => onChoose(choice)}
          />
        ))}
      </div>
    </fieldset>
  );
}
