import { Button, Popover, UnstyledButton } from '@mantine/core';
import { IconArrowLeft, IconChevronRight, IconFilter } from '@tabler/icons-react';
import { useState } from 'react';
import { type FilterField, filterFields } from '../../shared/query/dimensions.ts';
import { ValueList } from '../filters/value-list.tsx';
import { useLabels, useText } from '../lib/language.tsx';
import css from './add-filter.module.css';
import { text } from './text.ts';

/** Adds a filter: first the field, then its values, searchable; several can be ticked. */
export function AddFilter() {
  const t = useText(text);
  const labels = useLabels();
  const [opened, setOpened] = useState(false);
  const [field, setField] = useState<FilterField | null>(null);
  // Where one comes back to: what is chosen takes the place of the list, and the focus with it.
  const [left, setLeft] = useState<FilterField | null>(null);
  const choose = (next: FilterField | null) => {
    setLeft(field);
    setField(next);
  };
  const open = (next: boolean) => {
    setOpened(next);
    if (!next) return;
    setField(null);
    setLeft(null);
  };
  return (
    <Popover opened={opened} onChange={open} position="bottom-start" width={280} trapFocus returnFocus>
      <Popover.Target>
        <Button
          className={css.target}
          variant="default"
          leftSection={<IconFilter size={14} aria-hidden />}
          onClick={() => open(!opened)}
        >
          {t.addFilter}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={css.dropdown} aria-label={t.filterBy}>
        {field ? (
          <>
            <UnstyledButton className={css.back} onClick={() => choose(null)} title={t.backToFields}>
              <IconArrowLeft size={14} aria-hidden />
              {labels.dimensions[field]}
            </UnstyledButton>
            <ValueList field={field} autoFocus />
          </>
        ) : (
          <>
            <p className={css.label}>{t.filterBy}</p>
            {filterFields.map((each) => (
              <UnstyledButton key={each} className={css.field} autoFocus={each === left} onClick={() => choose(each)}>
                {labels.dimensions[each]}
                <IconChevronRight size={14} aria-hidden />
              </UnstyledButton>
            ))}
          </>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
