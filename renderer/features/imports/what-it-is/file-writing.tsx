import { NumberInput, Select, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { type Encoding, encodings } from '../../../../shared/import/encodings.ts';
import { formatFacts, type TextDialect } from '../../../../shared/import/formats.ts';
import type { FileChoice, ImportProfile } from '../../../../shared/import/profile.ts';
import type { FilePart, Finding, Recognition } from '../../../../shared/import/recognition.ts';
import { recognitionText } from '../../../../shared/import/recognition-text.ts';
import { useText } from '../../../lib/language.tsx';
import { encodingNames } from '../encoding-names.ts';
import { text as importsText } from '../text.ts';
import { DelimiterInput } from './delimiter-input.tsx';
import { FindingNote } from './finding-note.tsx';
import { text } from './text.ts';
import css from './what-it-is.module.css';

const LONGEST_DELIMITER = 3;

/** How a file is written, as far as a person has a say in it. */
export interface FileWriting {
  /** Sheets, tables or files of which one is read; empty where there is no choice. */
  parts: readonly FilePart[];
  /** Null where no file is at hand. */
  recognised: Recognition | null;
  onChoose: (choice: FileChoice) => void;
}

/** The same of a file that was looked into. */
export type RecognisedFile = FileWriting & { recognised: Recognition };

interface FileWritingProps {
  profile: ImportProfile;
  written: FileWriting;
}

/** Which table of the file is meant, how its letters are written, where its headings are and how its cells are kept apart. */
export function FileWritingInputs({ profile, written }: FileWritingProps) {
  const t = useText(importsText);
  const own = useText(text);
  const words = useText(recognitionText);
  const encodingLabels = useText(encodingNames);
  const { parts, recognised, onChoose } = written;
  const isText = profile.format === 'csv';
  const hasEncoding = isText || /^(?:json|html$|xml-)/.test(profile.format);
  return (
    <div className={css.inputs}>
      {parts.length > 0 && (
        <Select
          label={t.part}
          allowDeselect={false}
          searchable
          data={parts.map(({ name, kind }) => ({ value: name, label: words.parts[kind](name) }))}
          value={profile.part ?? parts[0]?.name ?? null}
          onChange={(part) => part !== null && onChoose({ part })}
        />
      )}
      {recognised === null && (
        <TextInput
          label={t.part}
          placeholder={own.firstPart}
          maxLength={300}
          value={profile.part ?? ''}
          onChange={(event) => onChoose({ part: event.currentTarget.value })}
        />
      )}
      {hasEncoding && (
        <Told finding={recognised?.encoding}>
          <Select
            label={t.encoding}
            allowDeselect={false}
            searchable
            data={encodings.map((value) => ({ value, label: encodingLabels[value] }))}
            value={profile.encoding}
            onChange={(encoding) => encoding !== null && onChoose({ encoding: encoding as Encoding })}
          />
        </Told>
      )}
      {isText && (
        <Told finding={recognised?.delimiter}>
          <DelimiterInput
            label={own.delimiter}
            delimiter={profile.delimiter}
            longest={LONGEST_DELIMITER}
            onChange={(delimiter) => onChoose({ delimiter })}
          />
        </Told>
      )}
      {isText && <QuoteInput profile={profile} written={written} />}
      {!formatFacts[profile.format].isNamed && (
        <Told finding={recognised?.headerLine}>
          <NumberInput
            label={t.headerLine}
            min={1}
            max={10_000}
            allowDecimal={false}
            allowNegative={false}
            value={profile.headerLine}
            onChange={(headerLine) => typeof headerLine === 'number' && headerLine > 0 && onChoose({ headerLine })}
          />
        </Told>
      )}
    </div>
  );
}

function Told({ finding, children }: { finding: Finding | undefined; children: ReactNode }) {
  return (
    <div className={css.told}>
      {children}
      {finding && <FindingNote finding={finding} />}
    </div>
  );
}

const quoteChoices = {
  double: { quote: '"', escaping: 'doubled' },
  single: { quote: "'", escaping: 'doubled' },
  backslash: { quote: '"', escaping: 'backslash' },
  singleBackslash: { quote: "'", escaping: 'backslash' },
  none: { quote: '', escaping: 'doubled' },
  noneBackslash: { quote: '', escaping: 'backslash' },
} as const satisfies Record<string, Omit<TextDialect, 'delimiter'>>;
export type QuoteChoice = keyof typeof quoteChoices;

function QuoteInput({ profile, written }: FileWritingProps) {
  const t = useText(text);
  const names = Object.keys(quoteChoices) as QuoteChoice[];
  const inUse = names.find(
    (name) => quoteChoices[name].quote === profile.quote && quoteChoices[name].escaping === profile.escaping,
  );
  return (
    <Told finding={written.recognised?.quote}>
      <Select
        label={t.quote}
        allowDeselect={false}
        data={names.map((value) => ({ value, label: t.quotes[value] }))}
        value={inUse ?? 'double'}
        onChange={(value) => {
          const name = names.find((candidate) => candidate === value);
          if (name) written.onChoose(quoteChoices[name]);
        }}
      />
    </Told>
  );
}
