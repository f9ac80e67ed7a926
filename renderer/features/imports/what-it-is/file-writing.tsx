import { Autocomplete, NumberInput, Select } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { type Encoding, encodings } from '../../../../shared/import/encodings.ts';
import { formatFacts, type TextDialect } from '../../../../shared/import/formats.ts';
import type { FileChoice, ImportProfile } from '../../../../shared/import/profile.ts';
import type { FilePart, Recognition } from '../../../../shared/import/recognition.ts';
import { recognitionText } from '../../../../shared/import/recognition-text.ts';
import { typedDelimiter, writtenDelimiter } from '../../../../shared/import/written-delimiter.ts';
import { useText } from '../../../lib/language.tsx';
import { text as importsText } from '../text.ts';
import { FindingNote } from './finding-note.tsx';
import { text } from './text.ts';
import css from './what-it-is.module.css';

/** How a file is written, as far as a person has a say in it. */
export interface FileWriting {
  /** Sheets, tables or files of which one is read; empty where there is no choice. */
  parts: readonly FilePart[];
  recognised: Recognition;
  onChoose: (choice: FileChoice) => void;
}

interface FileWritingProps {
  profile: ImportProfile;
  written: FileWriting;
}

/** Which table of the file is meant, how its letters are written, where its headings are and how its cells are kept apart. */
export function FileWritingInputs({ profile, written }: FileWritingProps) {
  const t = useText(importsText);
  const words = useText(recognitionText);
  const { parts, recognised, onChoose } = written;
  const isText = profile.format === 'csv';
  const hasEncoding = isText || profile.format.startsWith('json') || profile.format === 'html';
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
      {hasEncoding && (
        <Told finding={<FindingNote finding={recognised.encoding} />}>
          <Select
            label={t.encoding}
            allowDeselect={false}
            searchable
            data={encodings.map((value) => ({ value, label: t.encodings[value] }))}
            value={profile.encoding}
            onChange={(encoding) => encoding !== null && onChoose({ encoding: encoding as Encoding })}
          />
        </Told>
      )}
      {isText && <DelimiterInput profile={profile} written={written} />}
      {isText && <QuoteInput profile={profile} written={written} />}
      {!formatFacts[profile.format].isNamed && (
        <Told finding={<FindingNote finding={recognised.headerLine} />}>
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

function Told({ finding, children }: { finding: ReactNode; children: ReactNode }) {
  return (
    <div className={css.told}>
      {children}
      {finding}
    </div>
  );
}

/** The usual delimiters as a list; any other is typed. */
function DelimiterInput({ profile, written }: FileWritingProps) {
  const t = useText(text);
  const usual = Object.entries(t.delimiters);
  const shown = t.delimiters[profile.delimiter] ?? writtenDelimiter(profile.delimiter);
  const [typed, setTyped] = useState<string | null>(null);
  const choose = (value: string) => {
    setTyped(null);
    const delimiter = usual.find(([, label]) => label === value)?.[0] ?? typedDelimiter(value);
    if (delimiter !== null && delimiter !== profile.delimiter) written.onChoose({ delimiter });
  };
  return (
    <Told finding={<FindingNote finding={written.recognised.delimiter} />}>
      <Autocomplete
        size="xs"
        label={t.delimiter}
        description={typed === null ? undefined : t.delimiterHint}
        data={usual.map(([, label]) => label)}
        filter={({ options }) => options}
        maxLength={14}
        value={typed ?? shown}
        onChange={setTyped}
        onOptionSubmit={choose}
        onBlur={() => typed !== null && choose(typed)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && typed !== null) choose(typed);
        }}
      />
    </Told>
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
    <Told finding={<FindingNote finding={written.recognised.quote} />}>
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
