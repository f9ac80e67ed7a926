import { useState } from 'react';
import { type CorrectionStep, correctionStepsSchema, MOST_STEPS } from '../../../../shared/import/corrections.ts';

/** The steps that a person has taken so far; they outlive a reload, and end with the window. */
export interface Draft {
  steps: readonly CorrectionStep[];
  add: (step: CorrectionStep) => void;
  takeBack: () => void;
}

const keyOf = (batchId: number, file: string) => `throughline.corrections.${batchId}.${file}`;

function kept(key: string): CorrectionStep[] {
  const text = sessionStorage.getItem(key);
  const parsed = text === null ? null : correctionStepsSchema.safeParse(JSON.parse(text));
  return parsed?.success ? parsed.data : [];
}

/** The corrections of an import on their way; another store has other files, though its imports are counted alike. */
export function useDraft(batchId: number, store: string): Draft {
  const key = keyOf(batchId, store);
  const [steps, setSteps] = useState<readonly CorrectionStep[]>(() => kept(key));
  const put = (next: readonly CorrectionStep[]) => {
    sessionStorage.setItem(key, JSON.stringify(next));
    setSteps(next);
  };
  return {
    steps,
    add: (step) => put([...steps, step].slice(-MOST_STEPS)),
    takeBack: () => put(steps.slice(0, -1)),
  };
}
