import type { ComponentType } from 'react';
import css from './job-slot.module.css';

const found = import.meta.glob<{ JobTray: ComponentType }>('../features/jobs/job-tray.tsx', { eager: true });
const trays = Object.values(found);

/** The strip below the content where running jobs are told: features/jobs/job-tray.tsx exports JobTray. */
export function JobSlot() {
  return (
    <div className={css.slot}>
      {trays.map(({ JobTray }) => (
        <JobTray key="tray" />
      ))}
    </div>
  );
}
