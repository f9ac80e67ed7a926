import { Popover } from '@mantine/core';
import type { ReactNode } from 'react';
import css from './point-menu.module.css';

interface PointPopoverProps {
  /** Where on the window it opens, px. */
  place: { x: number; y: number };
  onClose: () => void;
  label: string;
  /** px */
  width: number;
  children: ReactNode;
}

/** Something to fill in at a place of the window, for as long as it is there. Where the focus goes afterwards is the caller's. */
export function PointPopover({ place, onClose, label, width, children }: PointPopoverProps) {
  return (
    <Popover
      opened
      onChange={(opened) => !opened && onClose()}
      position="bottom-start"
      offset={2}
      width={width}
      trapFocus
      closeOnEscape
    >
      <Popover.Target>
        <button
          type="button"
          tabIndex={-1}
          className={css.place}
          aria-label={label}
          style={{ left: place.x, top: place.y }}
        />
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>{children}</Popover.Dropdown>
    </Popover>
  );
}
