import { Button, MultiSelect, Select } from '@mantine/core';
import { useState } from 'react';
import type { RecordField } from '../../../../shared/domain/fields.ts';
import type { ImportProfile } from '../../../../shared/import/profile.ts';
import type { Shape } from '../../../../shared/import/shape.ts';
import { useFormat, useLabels, useText } from '../../../lib/language.tsx';
import { GroupInputs } from './group-inputs.tsx';
import css from './shape.module.css';
import { areSingleColumns, fieldOfColumn, newUnpivot, withColumnsAsRows, withFieldOfColumn } from './shape-edit.ts';
import { text } from './text.ts';

const labelFields = [
  ...(['productionDate', 'shift', 'line', 'site', 'itemCode', 'operator'] as const),
  ...(['lotNumber', 'defectReason', 'downtimeReason'] as const),
] satisfies RecordField[];
const numberFields = [
  ...(['goodQuantity', 'defectQuantity', 'plannedQuantity', 'reworkQuantity'] as const),
  ...(['runMinutes', 'downMinutes', 'plannedMinutes'] as const),
] satisfies RecordField[];

interface WideInputsProps {
  profile: ImportProfile;
  fileColumns: readonly string[];
  onShape: (shape: Shape) => void;
  onProfile: (profile: ImportProfile) => void;
}

/** Columns that stand beside each other and are records: which, and what their headings and their numbers are. */
export function WideInputs({ profile, fileColumns, onShape, onProfile }: WideInputsProps) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const { shape } = profile;
  const { unpivot } = shape;
  const asField = (column: string, label: string, among: readonly RecordField[]) => (
    <Select
      key={label}
      label={label}
      clearable
      placeholder={t.notInRecord}
      data={among.map((value) => ({ value, label: labels.fields[value] }))}
      value={fieldOfColumn(profile, column, among)}
      onChange={(value) => onProfile(withFieldOfColumn(profile, column, value as RecordField | null, among))}
    />
  );
  const isList = !unpivot || areSingleColumns(unpivot);
  if (isOpen) {
    return (
      <div className={css.wide}>
        <GroupInputs
          unpivot={unpivot ?? newUnpivot(fileColumns)}
          fileColumns={fileColumns}
          onUse={(next) => onShape({ ...shape, unpivot: next })}
          onClose={() => setOpen(false)}
        />
      </div>
    );
  }
  return (
    <>
      <div className={css.wide}>
        {isList ? (
          <MultiSelect
            size="xs"
            label={t.wide}
            description={t.wideHint}
            searchable
            clearable
            data={[...fileColumns]}
            value={unpivot?.groups.map(({ label }) => label) ?? []}
            onChange={(columns) => onShape(withColumnsAsRows(shape, columns, fileColumns))}
          />
        ) : (
          <span>
            {t.wide}: {t.wideGroups(format.list(unpivot.groups.map(({ label }) => label)), format.list(unpivot.values))}
          </span>
        )}
        <div className={css.row}>
          <Button variant="subtle" size="compact-xs" onClick={() => setOpen(true)}>
            {unpivot ? t.changeGroups : t.severalValues}
          </Button>
          {!isList && (
            <Button variant="subtle" size="compact-xs" onClick={() => onShape(withColumnsAsRows(shape, [], []))}>
              {t.asColumns}
            </Button>
          )}
        </div>
      </div>
      {unpivot && isList && (
        <>
          {asField(unpivot.name, t.labels, labelFields)}
          {asField(unpivot.values[0] ?? '', t.numbers, numberFields)}
        </>
      )}
    </>
  );
}
