import { IconCircleCheck, IconCircleDashed, IconHelpCircle } from '@tabler/icons-react';
import type { Finding } from '../../../../shared/import/recognition.ts';
import { recognitionText } from '../../../../shared/import/recognition-text.ts';
import { useText } from '../../../lib/language.tsx';
import css from './what-it-is.module.css';

const icons = { sure: IconCircleCheck, likely: IconCircleDashed, guess: IconHelpCircle } as const;

/** How sure something is and why: a shape, a word and a sentence. */
export function FindingNote({ finding: { confidence, reason, of } }: { finding: Finding }) {
  const words = useText(recognitionText);
  return (
    <p className={css.finding} data-confidence={confidence}>
      <Confidence confidence={confidence} />
      <span>{words.reasons[reason](of)}</span>
    </p>
  );
}

/** How sure something is, as a shape and a word. */
export function Confidence({ confidence }: Pick<Finding, 'confidence'>) {
  const words = useText(recognitionText);
  const Icon = icons[confidence];
  return (
    <span className={css.confidence} data-confidence={confidence}>
      <Icon size={14} stroke={1.8} aria-hidden />
      {words.confidences[confidence]}
    </span>
  );
}
