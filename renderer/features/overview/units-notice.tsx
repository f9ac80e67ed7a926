import { Button } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useFormat, useText } from '../../lib/language.tsx';
import { useScope } from '../../lib/scope.tsx';
import { useStatus } from '../../lib/use-status.ts';
import { text } from './text.ts';
import css from './units-notice.module.css';

/** More units than this are told, but not offered one by one. */
const OFFERED = 4;

/** Says that amounts of several units are added together, and offers each unit alone. */
export function UnitsNotice() {
  const t = useText(text);
  const format = useFormat();
  const { addFilter } = useScope();
  const units = useStatus().data?.units ?? [];
  return (
    <div className={css.notice} role="note">
      <IconScale size={16} stroke={1.6} aria-hidden />
      <p className={css.words}>{t.unitsMixedNotice(format.list(units))}</p>
      {units.slice(0, OFFERED).map((unit) => (
        <Button key={unit} size="compact-xs" variant="default" onClick={() => addFilter('unit', unit)}>
          {t.filterByUnit(unit)}
        </Button>
      ))}
    </div>
  );
}
