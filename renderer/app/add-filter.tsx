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
  const open = (next: boolean) => {
    setOpened(next);
    if (next) setField(null);
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
            <UnstyledButton className={css.back} onClick={() => setField(null)} title={t.backToFields}>
              <IconArrowLeft size={14} aria-hidden />
              {labels.dimensions[field]}
            </UnstyledButton>
            <ValueList field={field} />
          </>
        ) : (
          <>
            <p className={css.label}>{t.filterBy}</p>
            {filterFields.map((each) => (
              <UnstyledButton key={each} className={css.field} onClick={() => setField(each)}>
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
