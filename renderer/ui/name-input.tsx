import { TextInput, type TextInputProps } from '@mantine/core';

/** Where a name is typed: its dialog begins with it, and the name that is proposed goes with the first letter. */
export function NameInput(props: TextInputProps) {
  return <TextInput data-autofocus onFocus={(event) => event.currentTarget.select()} {...props} />;
}
