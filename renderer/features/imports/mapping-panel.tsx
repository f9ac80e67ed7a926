import { Button, MultiSelect } from '@mantine/core';
import { useState } from 'react';
import type { Preview } from '../../../shared/contract/schemas.ts';
import { type RecordField, recordFieldNames } from '../../../shared/domain/fields.ts';
import { readingOfColumn } from '../../../shared/import/columns.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { Panel } from '../../ui/panel.tsx';
import css from './imports.module.css';
import { NamedTexts } from './named-texts.tsx';
import { columnsInUse, columnsOf, type ProfileChange } from './profile-edit.ts';
import { SourceInput } from './source-input.tsx';
import { text } from './text.ts';
import { useColumnNames } from './use-column-names.ts';

/** Shown even when the file lacks them, because a record needs one of each. */
const alwaysShown: readonly RecordField[] = ['productionDate', 'line', 'itemCode', 'goodQuantity', 'defectQuantity'];

const reasonKinds = ['defectColumns', 'downtimeColumns'] as const;

interface MappingPanelProps {
  profile: ImportProfile;
  columns: Preview['columns'];
  onChange: (change: ProfileChange) => void;
}

/** Which column is which field, with samples of what stands in it, and the columns nothing is taken from. */
export function MappingPanel({ profile, columns, onChange }: MappingPanelProps) {
  const t = useText(text);
  const labels = useLabels();
  const { shown: nameShown, options } = useColumnNames();
  const format = useFormat();
  const [all, setAll] = useState(false);
  const [isNaming, setNaming] = useState(false);
  const coded = codedColumns(profile);
  const reasons = [...reasonKinds.flatMap((kind) => profile[kind]), ...coded];
  // Where no file is at hand, nothing stands in its columns yet.
  const hasSamples = columns.some(({ samples }) => samples.length > 0);
  const used = columnsInUse(profile);
  const names = columns.map((column) => column.name);
  const unused = names.filter((name) => !used.has(name));
  const shown = recordFieldNames.filter((name) => all || profile.fields[name] || alwaysShown.includes(name));
  const hidden = recordFieldNames.length - shown.length;
  const samplesOf = (field: RecordField) => {
    const samples = columnsOf(profile.fields[field]).map(
      (name) => columns.find((column) => column.name === name)?.samples ?? [],
    );
    return samples.length > 1 ? samples.map(([first]) => first ?? '').join(' + ') : (samples[0] ?? []).join(', ');
  };
  return (
    <Panel
      title={t.mapTitle}
      subtitle={t.mapHint(format.number(names.length - unused.length), format.number(names.length))}
      columns={6}
    >
      <table className={`${css.table} ${css.mapping}`}>
        <thead>
          <tr>
            <th className={css.fieldCell}>{t.field}</th>
            <th>{t.column}</th>
            {hasSamples && <th className={css.samplesCell}>{t.samples}</th>}
          </tr>
        </thead>
        <tbody>
          {shown.map((field) => (
            <tr key={field}>
              <th scope="row">{labels.fields[field]}</th>
              <td>
                <SourceInput
                  field={field}
                  source={profile.fields[field]}
                  columns={names}
                  onChange={(source) => onChange({ type: 'map', field, source })}
                />
              </td>
              {hasSamples && (
                <td>
                  <span className={css.sample} title={samplesOf(field)}>
                    {samplesOf(field)}
                  </span>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={css.below}>
        {(all || hidden > 0) && (
          <Button variant="subtle" size="compact-xs" onClick={() => setAll(!all)}>
            {all ? t.fewerFields : t.moreFields(format.number(hidden))}
          </Button>
        )}

        {(all || profile.defectColumns.length > 0 || profile.downtimeColumns.length > 0) &&
          reasonKinds.map((kind) => (
            <MultiSelect
              key={kind}
              size="xs"
              label={t[kind]}
              description={t.reasonsHint}
              searchable
              clearable
              data={options(names)}
              value={profile[kind].map((entry) => entry.column)}
              onChange={(chosen) => onChange({ type: 'reasons', kind, columns: chosen })}
            />
          ))}
        {reasons.length > 0 && (
          <Button variant="subtle" size="compact-xs" aria-expanded={isNaming} onClick={() => setNaming(!isNaming)}>
            {isNaming ? t.withoutReasonNames : t.reasonNames}
          </Button>
        )}
        {isNaming &&
          reasonKinds.map((kind) => (
            <NamedTexts
              key={kind}
              label={t[kind]}
              names={profile[kind].map(({ column }) => column)}
              textOf={(name) => profile[kind].find(({ column }) => column === name)?.reason ?? ''}
              onChange={(column, reason) => onChange({ type: 'reason', kind, column, reason })}
            />
          ))}
        {isNaming &&
          coded.map(({ column, names: byCode }) => (
            <NamedTexts
              key={column}
              label={column}
              names={Object.keys(byCode)}
              textOf={(code) => byCode[code] ?? code}
              onChange={(code, name) => onChange({ type: 'code', column, code, name })}
            />
          ))}
        {unused.length > 0 && (
          <p className={css.small}>
            {t.unused}: {unused.map(nameShown).join(', ')}
          </p>
        )}
      </div>
    </Panel>
  );
}

/** Columns of reasons whose codes have names. */
function codedColumns({ fields, columns }: ImportProfile): { column: string; names: Record<string, string> }[] {
  return (['defectReason', 'downtimeReason'] as const).flatMap((field) => {
    const [column = ''] = columnsOf(fields[field]);
    const { names } = readingOfColumn(columns, column);
    return names === undefined ? [] : [{ column, names }];
  });
}
