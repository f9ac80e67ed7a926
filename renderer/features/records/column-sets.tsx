import { ActionIcon, Button, UnstyledButton } from '@mantine/core';
import { IconCheck, IconDeviceFloppy, IconPencil, IconTrash } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { viewNameSchema } from '../../../shared/contract/views.ts';
import { useText } from '../../lib/language.tsx';
import { FormEnd } from '../../ui/form-end.tsx';
import { NameInput } from '../../ui/name-input.tsx';
import { Told } from '../../ui/told.tsx';
import { isSameLayout } from './column-layout.ts';
import css from './columns.module.css';
import { text } from './text.ts';
import { useChangeColumnSets, useColumnSets } from './use-column-sets.ts';
import type { Columns } from './use-columns.ts';

/** What is being named, or asked whether it is to go. */
type Step = { do: 'save' } | { do: 'rename' | 'remove'; name: string };

/** The column sets of the store: a click takes one over; what is shown is saved as another. */
export function ColumnSets({ columns, onApplied }: { columns: Columns; onApplied: () => void }) {
  const t = useText(text);
  const sets = useColumnSets();
  const [step, setStep] = useState<Step | null>(null);
  return (
    <section aria-label={t.columnSets}>
      <ul className={css.sets}>
        {sets.data?.map(({ name, layout }) => {
          const isShown = isSameLayout(layout, columns.layout);
          return (
            <li key={name} className={css.set}>
              <UnstyledButton
                className={css.setName}
                aria-pressed={isShown}
                onClick={() => {
                  columns.edit.apply(layout);
                  onApplied();
                }}
              >
                {name}
                {isShown && <IconCheck size={14} aria-hidden />}
              </UnstyledButton>
              <ActionIcon size="sm" aria-label={t.renameSet(name)} onClick={() => setStep({ do: 'rename', name })}>
                <IconPencil size={14} />
              </ActionIcon>
              <ActionIcon size="sm" aria-label={t.removeSet(name)} onClick={() => setStep({ do: 'remove', name })}>
                <IconTrash size={14} />
              </ActionIcon>
            </li>
          );
        })}
      </ul>
      {sets.error && (
        <p className={css.quiet} role="alert">
          <Told message={sets.error.message} />
        </p>
      )}
      {step === null ? (
        <Button
          fullWidth
          variant="default"
          leftSection={<IconDeviceFloppy size={14} aria-hidden />}
          onClick={() => setStep({ do: 'save' })}
        >
          {t.saveSet}
        </Button>
      ) : (
        <StepForm
          key={JSON.stringify(step)}
          step={step}
          columns={columns}
          isThere={(name) => sets.data?.some((set) => set.name === name) ?? false}
          onDone={() => setStep(null)}
        />
      )}
    </section>
  );
}

interface StepFormProps {
  step: Step;
  columns: Columns;
  isThere: (name: string) => boolean;
  onDone: () => void;
}

/** Asks for a name, or whether a set is to go, and does it. What could not be done is said, and can be tried again. */
function StepForm({ step, columns, isThere, onDone }: StepFormProps) {
  const t = useText(text);
  const changed = useChangeColumnSets();
  const [name, setName] = useState(step.do === 'save' ? '' : step.name);
  const checked = viewNameSchema.safeParse(name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!checked.success) return;
    const to = checked.data;
    const change =
      step.do === 'save'
        ? { do: step.do, set: { name: to, layout: columns.layout } }
        : step.do === 'rename'
          ? { do: step.do, name: step.name, to }
          : { do: step.do, name: step.name };
    changed.mutate(change, { onSuccess: onDone });
  };
  const note =
    step.do === 'remove'
      ? t.removeSetAsk(step.name)
      : step.do === 'save' && isThere(name.trim())
        ? t.replacesSet
        : null;
  return (
    <form className={css.setForm} onSubmit={submit}>
      {step.do !== 'remove' && (
        <NameInput
          // The person has just asked to write it.
          ref={(input) => input?.focus()}
          aria-label={t.nameOfSet}
          placeholder={t.nameOfSet}
          value={name}
          maxLength={80}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      )}
      {note && <p className={css.quiet}>{note}</p>}
      <FormEnd
        other={{ label: t.cancel, run: onDone }}
        submit={t.setButtons[step.do]}
        isIncomplete={!checked.success}
        isBusy={changed.isPending}
        error={changed.error}
        size="compact-xs"
      />
    </form>
  );
}
