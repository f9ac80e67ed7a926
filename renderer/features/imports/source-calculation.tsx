import { ActionIcon, Popover, Select, TagsInput } from '@mantine/core';
import { IconMathFunction } from '@tabler/icons-react';
import type { Source } from '../../../shared/import/profile.ts';
import { useText } from '../../lib/language.tsx';
import { DerivedInput } from './derive/derived-input.tsx';
import css from './imports.module.css';
import { describeSource, isCalculated } from './profile-edit.ts';
import { text } from './text.ts';

const scales = [-6, -3, -2, -1, 1, 2, 3, 6];
type Calculated = Exclude<Source, { columns: string[] }>;

interface SourceCalculationProps {
  label: string;
  source: Source;
  columns: readonly string[];
  onChange: (source: Source) => void;
}

/** What is done with a column's numbers: a power of ten, other columns, a counter's growth, or only some rows. */
export function SourceCalculation({ label, source, columns, onChange }: SourceCalculationProps) {
  const t = useText(text);
  if ('columns' in source) return null;
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
          {'column' in source && (
            <>
              <Select
                label={t.scale}
                placeholder={t.none}
                clearable
                comboboxProps={{ withinPortal: false }}
                data={scales.map((power) => ({ value: String(power), label: scaleLabel(power) }))}
                value={source.scale ? String(source.scale) : null}
                onChange={(value) => change({ scale: value === null ? undefined : Number(value) })}
              />
              <Select
                label={t.times}
                placeholder={t.none}
                clearable
                searchable
                comboboxProps={{ withinPortal: false }}
                data={[...columns]}
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
          <Select
            label={t.when}
            placeholder={t.none}
            clearable
            searchable
            comboboxProps={{ withinPortal: false }}
            data={[...columns]}
            value={source.when?.column ?? null}
            onChange={(column) => change({ when: column ? { column, in: source.when?.in ?? [] } : undefined })}
          />
          {source.when && (
            <TagsInput
              size="xs"
              label={t.whenIn}
              comboboxProps={{ withinPortal: false }}
              value={source.when.in}
              onChange={(values) => source.when && change({ when: { ...source.when, in: values } })}
            />
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

/** '× 1,000' or '÷ 100'. */
function scaleLabel(power: number): string {
  return `${power > 0 ? '×' : '÷'} ${(10 ** Math.abs(power)).toLocaleString('en')}`;
}

function withoutUndefined<T extends object>(source: T): T {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined)) as T;
}
