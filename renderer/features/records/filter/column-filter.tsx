import { NumberInput, Select, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { ConditionField, RecordCondition } from '../../../../shared/query/record-conditions.ts';
import { withCondition } from '../../../../shared/questions/where-url.ts';
import { ValueList } from '../../../filters/value-list.tsx';
import { useLabels, useText } from '../../../lib/language.tsx';
import { useScope } from '../../../lib/scope.tsx';
import { FormEnd } from '../../../ui/form-end.tsx';
import { PointPopover } from '../../../ui/point-popover.tsx';
import { columnLabel } from '../column-label.ts';
import type { GridColumn } from '../columns.ts';
import type { HeadingRequest } from '../grid-headings.tsx';
import { text as gridText } from '../text.ts';
import css from './filter.module.css';
import { conditionFieldOf, conditionOf, draftOf, type FilterDraft, isTurned, kindsOf } from './kinds.ts';
import { type FilterKind, text } from './text.ts';

interface ColumnFilterProps {
  /** The heading whose column is to be filtered by; null while none is. */
  request: HeadingRequest | null;
  where: readonly RecordCondition[];
  onWhere: (where: RecordCondition[]) => void;
  onClose: () => void;
}

/** Filters by what stands in a column: days, a range of numbers, values of a list, a part of a text, whether it is there. */
export function ColumnFilter({ request, onClose, ...filter }: ColumnFilterProps) {
  const t = useText(text);
  const labels = useLabels();
  const grid = useText(gridText);
  if (!request) return null;
  const { column } = request.column;
  const label = t.filterBy(columnLabel(column, labels, grid));
  return (
    <PointPopover place={request} onClose={onClose} label={label} width={280}>
      <ColumnForm key={column.id} column={column} label={label} onClose={onClose} {...filter} />
    </PointPopover>
  );
}

interface ColumnFormProps extends Omit<ColumnFilterProps, 'request'> {
  column: GridColumn;
  label: string;
}

function ColumnForm({ column, ...props }: ColumnFormProps) {
  const field = conditionFieldOf(column);
  if (column.kind === 'date') return <DaysForm {...props} />;
  return field && <ConditionForm field={field} column={column} {...props} />;
}

/** The days that all screens look at. */
function DaysForm({ label, onClose }: Pick<ColumnFormProps, 'label' | 'onClose'>) {
  const t = useText(text);
  const scope = useScope();
  const [from, setFrom] = useState(scope.from ?? '');
  const [to, setTo] = useState(scope.to ?? '');
  const turned = from !== '' && to !== '' && from > to;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    scope.setRange({ from, to });
    onClose();
  };
  return (
    <Form label={label} onSubmit={submit}>
      <div className={css.ends}>
        <TextInput
          data-autofocus
          type="date"
          label={t.firstDay}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t.lastDay}
          value={to}
          error={turned && t.turned}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
      </div>
      <FormEnd submit={t.keep} isIncomplete={from === '' || to === '' || turned} />
    </Form>
  );
}

function ConditionForm({ column, field, label, where, onWhere, onClose }: ColumnFormProps & { field: ConditionField }) {
  const t = useText(text);
  const now = where.find((condition) => condition.field === field);
  const [draft, setDraft] = useState(() => draftOf(column, now));
  const set = (change: Partial<FilterDraft>) => setDraft((before) => ({ ...before, ...change }));
  const condition = conditionOf(field, draft);
  const finish = (next: RecordCondition | null) => {
    onWhere(withCondition(where, field, next));
    onClose();
  };
  const kinds = kindsOf(column);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (draft.kind === 'values') onClose();
    else if (condition) finish(condition);
  };
  return (
    <Form label={label} onSubmit={submit}>
      <Select
        aria-label={t.kind}
        allowDeselect={false}
        data={kinds.map((value) => ({ value, label: t.kinds[value] }))}
        value={draft.kind}
        onChange={(value) => set({ kind: kinds.find((kind) => kind === value) ?? draft.kind })}
        comboboxProps={{ withinPortal: false }}
      />
      <KindFields key={draft.kind} column={column} draft={draft} onChange={set} />
      <FormEnd
        other={now && { label: t.takeOff, run: () => finish(null) }}
        submit={draft.kind === 'values' ? t.done : t.keep}
        isIncomplete={draft.kind !== 'values' && condition === null}
      />
    </Form>
  );
}

interface KindFieldsProps {
  column: GridColumn;
  draft: FilterDraft;
  onChange: (change: Partial<FilterDraft>) => void;
}

function KindFields({ column, draft, onChange }: KindFieldsProps) {
  const t = useText(text);
  const fields: Record<FilterKind, () => ReactNode> = {
    values: () => column.filter && <ValueList field={column.filter} />,
    between: () => (
      <div className={css.ends}>
        <NumberInput
          data-autofocus
          label={t.from}
          hideControls
          value={draft.from ?? ''}
          onChange={(value) => onChange({ from: typeof value === 'number' ? value : null })}
        />
        <NumberInput
          label={t.to}
          hideControls
          value={draft.to ?? ''}
          error={isTurned(draft) && t.turned}
          onChange={(value) => onChange({ to: typeof value === 'number' ? value : null })}
        />
      </div>
    ),
    contains: () => <SoughtText draft={draft} onChange={onChange} />,
    begins: () => <SoughtText draft={draft} onChange={onChange} />,
    recorded: () => null,
    missing: () => null,
  };
  return fields[draft.kind]();
}

function SoughtText({ draft, onChange }: Omit<KindFieldsProps, 'column'>) {
  const t = useText(text);
  return (
    <TextInput
      data-autofocus
      label={t.sought}
      description={t.caseHint}
      maxLength={200}
      value={draft.text}
      onChange={(event) => onChange({ text: event.currentTarget.value })}
    />
  );
}

function Form({
  label,
  onSubmit,
  children,
}: {
  label: string;
  onSubmit: (event: FormEvent) => void;
  children: ReactNode;
}) {
  return (
    <form className={css.form} aria-label={label} onSubmit={onSubmit}>
      <p className={css.title}>{label}</p>
      {children}
    </form>
  );
}
