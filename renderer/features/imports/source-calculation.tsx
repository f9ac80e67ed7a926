import { ActionIcon, Checkbox, Popover, Select, TagsInput, TextInput } from '@mantine/core';
import { IconMathFunction } from '@tabler/icons-react';
import type { Source } from '../../../shared/import/profile.ts';
import { useText } from '../../lib/language.tsx';
import { DerivedInput } from './derive/derived-input.tsx';
import css from './imports.module.css';
import { describeSource, isCalculated } from './profile-edit.ts';
import { text } from './text.ts';
import { useColumnNames } from './use-column-names.ts';

const scales = [-6, -3, -2, -1, 1, 2, 3, 6];
type Calculated = Exclude<Source, { columns: string[] }>;

interface SourceCalculationProps {
  label: string;
  source: Source;
  columns: readonly string[];
  /** A quantity, minutes or seconds, which can be calculated. */
  isAmount: boolean;
  /** The unit of the record, which may stand beside the numbers of a column. */
  isUnit: boolean;
  onChange: (source: Source) => void;
}

/** What is done with what stands in a column: a power of ten, other columns, a counter's growth, only some rows, or what joins several. */
export function SourceCalculation({ label, source, columns, isAmount, isUnit, onChange }: SourceCalculationProps) {
  const t = useText(text);
  const names = useColumnNames();
  const change = (made: Partial<Calculated>) => onChange(withoutUndefined({ ...source, ...made } as Calculated));
  return (
    <Popover width={520} position="bottom-end" trapFocus>
      <Popover.Target>
        <ActionIcon
          aria-label={t.calculate(label)}
          title={isCalculated(source) ? describeSource(source) : t.calculate(label)}
          variant={isCalculated(source) ? 'light' : 'subtle'}
          color={isCalculated(source) ? 'accent' : 'gray'}
        >
          <IconMathFunction size={15} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={css.calculation}>
          <p className={css.strong}>{describeSource(source)}</p>
          {'columns' in source && (
            <TextInput
              label={t.joinedBy}
              maxLength={20}
              value={source.join}
              onChange={(event) => onChange({ ...source, join: event.currentTarget.value })}
            />
          )}
          {'column' in source && isUnit && (
            <Checkbox
              size="xs"
              label={t.takeUnit}
              checked={source.take === 'unit'}
              onChange={(event) => change({ take: event.currentTarget.checked ? 'unit' : undefined })}
            />
          )}
          {'column' in source && isAmount && (
            <>
              <Select
                label={t.scale}
                placeholder={t.none}
                clearable
                comboboxProps={{ withinPortal: false }}
                data={[...new Set([...scales, ...(source.scale ? [source.scale] : [])])].map((power) => ({
                  value: String(power),
                  label: scaleLabel(power),
                }))}
                value={source.scale ? String(source.scale) : null}
                onChange={(value) => change({ scale: value === null ? undefined : Number(value) })}
              />
              <Select
                label={t.times}
                placeholder={t.none}
                clearable
                searchable
                comboboxProps={{ withinPortal: false }}
                data={names.options(columns)}
                value={source.times ?? null}
                onChange={(value) => change(value === null ? { times: undefined, rest: undefined } : { times: value })}
              />
              <DerivedInput
                source={source}
                columns={columns}
                onChange={(made) => change(made as Partial<Calculated>)}
              />
            </>
          )}
          {!('columns' in source) && (
            <WhenInput source={source} columns={columns} onChange={(when) => change({ when })} />
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

type When = NonNullable<Calculated['when']>;

interface WhenInputProps {
  source: Calculated;
  columns: readonly string[];
  onChange: (when: When | undefined) => void;
}

/** Only rows in which another column holds one of some texts. */
function WhenInput({ source: { when }, columns, onChange }: WhenInputProps) {
  const t = useText(text);
  const names = useColumnNames();
  return (
    <>
      <Select
        label={t.when}
        placeholder={t.none}
        clearable
        searchable
        comboboxProps={{ withinPortal: false }}
        data={names.options(columns)}
        value={when?.column ?? null}
        onChange={(column) => onChange(column ? { column, in: when?.in ?? [] } : undefined)}
      />
      {when && (
        <TagsInput
          size="xs"
          label={t.whenIn}
          comboboxProps={{ withinPortal: false }}
          value={when.in}
          onChange={(values) => onChange({ ...when, in: values })}
        />
      )}
    </>
  );
}

/** '× 1,000' or '÷ 100'. */
function scaleLabel(power: number): string {
  return `${power > 0 ? '×' : '÷'} ${(10 ** Math.abs(power)).toLocaleString('en')}`;
}

function withoutUndefined<T extends object>(source: T): T {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined)) as T;
}
