import { ActionIcon, Button, MultiSelect, TagsInput, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { type Unpivot, unpivotSchema } from '../../../../shared/import/shape.ts';
import { useText } from '../../../lib/language.tsx';
import css from './shape.module.css';
import { text } from './text.ts';

interface GroupInputsProps {
  unpivot: Unpivot;
  fileColumns: readonly string[];
  onUse: (unpivot: Unpivot) => void;
  onClose: () => void;
}

/** Columns that are records beside each other, several to a record: what each record is called and which columns hold its values. */
export function GroupInputs({ unpivot, fileColumns, onUse, onClose }: GroupInputsProps) {
  const t = useText(text);
  const [draft, setDraft] = useState(unpivot);
  const isComplete = unpivotSchema.safeParse(draft).success;
  const setGroup = (at: number, group: Unpivot['groups'][number] | null) => {
    const groups = draft.groups.flatMap((each, index) => (index !== at ? [each] : group === null ? [] : [group]));
    setDraft({ ...draft, groups });
  };
  const add = () => setDraft({ ...draft, groups: [...draft.groups, { label: '', columns: [] }] });
  return (
    <fieldset className={css.groups}>
      <legend>{t.wide}</legend>
      <div className={css.inputs}>
        <TextInput
          label={t.groupName}
          maxLength={300}
          value={draft.name}
          onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
        />
        <TagsInput
          className={css.values}
          size="xs"
          label={t.groupValues}
          description={t.groupValuesHint}
          value={draft.values}
          onChange={(values) => setDraft({ ...draft, values })}
        />
      </div>
      {[...draft.groups.entries()].map(([at, group]) => (
        <div key={at} className={css.group}>
          <TextInput
            aria-label={t.groupLabel(at + 1)}
            placeholder={t.groupLabel(at + 1)}
            maxLength={300}
            value={group.label}
            onChange={(event) => setGroup(at, { ...group, label: event.currentTarget.value })}
          />
          <MultiSelect
            size="xs"
            aria-label={t.groupColumns(at + 1)}
            placeholder={group.columns.length < draft.values.length ? t.groupColumns(at + 1) : undefined}
            searchable
            maxValues={draft.values.length}
            data={[...new Set([...fileColumns, ...group.columns])]}
            value={group.columns}
            onChange={(columns) => setGroup(at, { ...group, columns })}
          />
          <ActionIcon aria-label={t.removeGroup(group.label)} onClick={() => setGroup(at, null)}>
            <IconX size={15} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {!isComplete && (
        <p role="status" className={css.bad}>
          {t.groupsIncomplete}
        </p>
      )}
      <div className={css.row}>
        <Button variant="default" size="xs" onClick={add}>
          {t.addGroup}
        </Button>
        <Button
          variant="default"
          size="xs"
          disabled={!isComplete}
          onClick={() => {
            onUse(draft);
            onClose();
          }}
        >
          {t.useGroups}
        </Button>
        <Button variant="default" size="xs" onClick={onClose}>
          {t.leaveGroups}
        </Button>
      </div>
    </fieldset>
  );
}
