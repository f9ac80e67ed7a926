import { NumberInput, Select } from '@mantine/core';
import { type Encoding, encodings } from '../../../shared/import/encodings.ts';
import type { FileChoice, ImportProfile } from '../../../shared/import/profile.ts';
import type { FilePart } from '../../../shared/import/recognition.ts';
import { useText } from '../../lib/language.tsx';
import { text } from './text.ts';

/** How a file is written, as far as a person has a say in it. */
export interface FileWriting {
  /** Sheets or files of which one is read; empty where there is no choice. */
  parts: readonly FilePart[];
  isEncodingGuessed: boolean;
  onChoose: (choice: FileChoice) => void;
}

/** Which table of the file is meant, where its headings are, and how its letters are written. */
export function FileWritingInput({ profile, written }: { profile: ImportProfile; written: FileWriting }) {
  const t = useText(text);
  const { parts, isEncodingGuessed, onChoose } = written;
  return (
    <>
      {parts.length > 0 && (
        <Select
          label={t.part}
          allowDeselect={false}
          searchable
          data={parts.map(({ name }) => name)}
          value={profile.part ?? parts[0]?.name ?? null}
          onChange={(part) => part !== null && onChoose({ part })}
        />
      )}
      <Select
        label={t.encoding}
        description={isEncodingGuessed ? t.encodingGuessed : undefined}
        allowDeselect={false}
        searchable
        data={encodings.map((value) => ({ value, label: t.encodings[value] }))}
        value={profile.encoding}
        onChange={(encoding) => encoding !== null && onChoose({ encoding: encoding as Encoding })}
      />
      <NumberInput
        label={t.headerLine}
        min={1}
        max={10_000}
        allowDecimal={false}
        allowNegative={false}
        value={profile.headerLine}
        onChange={(headerLine) => typeof headerLine === 'number' && onChoose({ headerLine })}
      />
    </>
  );
}
