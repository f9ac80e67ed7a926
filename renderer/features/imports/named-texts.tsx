import { TextInput } from '@mantine/core';
import css from './imports.module.css';

interface NamedTextsProps {
  label: string;
  names: readonly string[];
  textOf: (name: string) => string;
  placeholder?: string;
  onChange: (name: string, text: string) => void;
}

/** A text for each of several columns, below one another: what is written counts when its field is left. */
export function NamedTexts({ label, names, textOf, placeholder, onChange }: NamedTextsProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a legend would be set apart from the labels of the other inputs
    <div role="group" aria-label={label} className={css.named}>
      {names.map((name) => (
        <TextInput
          // Written anew where it was changed from elsewhere.
          key={`${name}\n${textOf(name)}`}
          label={name}
          placeholder={placeholder}
          maxLength={300}
          defaultValue={textOf(name)}
          onBlur={(event) => {
            const text = event.currentTarget.value.trim();
            if (text !== textOf(name)) onChange(name, text);
          }}
        />
      ))}
    </div>
  );
}
