import { NumberInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type Encoding, encodings } from '../../../../shared/import/encodings.ts';
import type { Join } from '../../../../shared/import/shape.ts';
import { useText } from '../../../lib/language.tsx';
import { encodingNames } from '../encoding-names.ts';
import { DelimiterInput } from '../what-it-is/delimiter-input.tsx';
import { text } from './text.ts';

interface SecondReadingProps {
  reading: Join['reading'];
  onChange: (reading: Join['reading']) => void;
}

/** How the second file is written. */
export function SecondReading({ reading, onChange }: SecondReadingProps) {
  const t = useText(text);
  const labels = useText(encodingNames);
  const [part, setPart] = useState(reading.part ?? '');
  const { part: before = '', ...rest } = reading;
  return (
    <>
      <Select
        label={t.secondEncoding}
        allowDeselect={false}
        searchable
        data={encodings.map((value) => ({ value, label: labels[value] }))}
        value={reading.encoding}
        onChange={(encoding) => encoding !== null && onChange({ ...reading, encoding: encoding as Encoding })}
      />
      <DelimiterInput
        label={t.secondDelimiter}
        delimiter={reading.delimiter}
        longest={1}
        onChange={(delimiter) => onChange({ ...reading, delimiter })}
      />
      <NumberInput
        label={t.secondHeaderLine}
        min={1}
        max={10_000}
        allowDecimal={false}
        allowNegative={false}
        value={reading.headerLine}
        onChange={(line) => typeof line === 'number' && line > 0 && onChange({ ...reading, headerLine: line })}
      />
      <TextInput
        label={t.secondPart}
        placeholder={t.firstPart}
        maxLength={300}
        value={part}
        onChange={(event) => setPart(event.currentTarget.value)}
        onBlur={() => part.trim() !== before && onChange(part.trim() === '' ? rest : { ...rest, part: part.trim() })}
      />
    </>
  );
}
