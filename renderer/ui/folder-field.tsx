import { Button, TextInput, type TextInputProps } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { usePlatform } from '../lib/connection.tsx';
import { useText } from '../lib/language.tsx';
import css from './folder-field.module.css';
import { text } from './text.ts';

interface FolderFieldProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  folder: string;
  onFolder: (folder: string) => void;
}

/**
 * The whole path of a folder: typed, or chosen in the system's own window where the host has one. What is wrong with it is told by
 * the service, which alone sees the disk.
 */
export function FolderField({ folder, onFolder, ...rest }: FolderFieldProps) {
  const t = useText(text);
  const { chooseFolder } = usePlatform();
  const choose = useMutation({
    mutationFn: async () => chooseFolder?.(folder.trim()),
    onSuccess: (chosen) => {
      if (chosen) onFolder(chosen);
    },
  });
  return (
    <TextInput
      spellCheck={false}
      {...rest}
      error={rest.error ?? choose.error?.message}
      value={folder}
      onChange={(event) => onFolder(event.currentTarget.value)}
      {...(chooseFolder && {
        rightSectionWidth: 96,
        rightSection: (
          <Button
            className={css.choose}
            size="compact-xs"
            variant="default"
            disabled={rest.disabled ?? false}
            loading={choose.isPending}
            onClick={() => choose.mutate()}
          >
            {t.chooseFolder}
          </Button>
        ),
      })}
    />
  );
}
