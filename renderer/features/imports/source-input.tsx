import { ActionIcon, MultiSelect, TextInput } from '@mantine/core';
import { IconColumns2, IconForms } from '@tabler/icons-react';
import { type RecordField, recordFields } from '../../../shared/domain/fields.ts';
import type { Source } from '../../../shared/import/profile.ts';
import { useLabels, useText } from '../../lib/language.tsx';
import css from './imports.module.css';
import { columnsOf, sourceOfColumns } from './profile-edit.ts';
import { SourceCalculation } from './source-calculation.tsx';
import { text } from './text.ts';
import { useColumnNames } from './use-column-names.ts';

interface SourceInputProps {
  field: RecordField;
  source: Source | undefined;
  /** Names of the columns of the file. */
  columns: readonly string[];
  onChange: (source: Source | null) => void;
}

/** Where a field comes from: a column, several columns joined, or the same value in every row. */
export function SourceInput({ field, source, columns, onChange }: SourceInputProps) {
  const t = useText(text);
  const names = useColumnNames();
  const label = useLabels().fields[field];
  const { kind } = recordFields[field];
  const isAmount = kind === 'quantity' || kind === 'minutes' || kind === 'seconds';
  const isFixed = source !== undefined && 'value' in source;
  return (
    <div className={css.source}>
      {isFixed ? (
        <TextInput
          aria-label={t.fixedValueOf(label)}
          placeholder={t.fixedValueOf(label)}
          value={source.value}
          onChange={(event) => onChange({ ...source, value: event.currentTarget.value })}
        />
      ) : (
        <MultiSelect
          size="xs"
          aria-label={label}
          placeholder={source ? undefined : t.notInFile}
          searchable
          // One column stands on one line, also where there is little room.
          classNames={
            columnsOf(source).length === 1 ? { pillsList: css.onePill, pill: css.pill, inputField: css.typing } : {}
          }
          data={names.options(columns)}
          // An amount comes from one column; text and dates may be joined from several.
          maxValues={isAmount ? undefined : 5}
          value={columnsOf(source)}
          onChange={(chosen) => onChange(sourceOfColumns(source, isAmount ? chosen.slice(-1) : chosen))}
        />
      )}
      {source && (
        <SourceCalculation
          label={label}
          source={source}
          columns={columns}
          isAmount={isAmount}
          isUnit={field === 'unit'}
          onChange={onChange}
        />
      )}
      {!isAmount && kind === 'text' && (
        <ActionIcon
          aria-label={isFixed ? t.fromColumn : t.fixedValueOf(label)}
          title={isFixed ? t.fromColumn : t.fixedValue}
          onClick={() => onChange(isFixed ? null : { value: '' })}
        >
          {isFixed ? <IconColumns2 size={15} aria-hidden /> : <IconForms size={15} aria-hidden />}
        </ActionIcon>
      )}
    </div>
  );
}
