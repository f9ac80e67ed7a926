import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import css from './point-menu.module.css';

interface PointMenuProps {
  /** Where on the window it opens, px; null while it is closed. */
  place: { x: number; y: number } | null;
  onClose: () => void;
  label: string;
  /** Whether what had the focus before has it again afterwards; false where the caller looks after that. */
  returnFocus?: boolean;
  children: ReactNode;
}

/** A menu at a place of the window. */
export function PointMenu({ place, onClose, label, returnFocus = true, children }: PointMenuProps) {
  return (
    <Menu
      opened={place !== null}
      onClose={onClose}
      position="bottom-start"
      offset={2}
      returnFocus={returnFocus}
      withInitialFocusPlaceholder={false}
      // Without 'keydown': the key that opened it would close it again.
      clickOutsideEvents={['mousedown', 'touchstart']}
    >
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          className={css.place}
          aria-label={label}
          style={{ left: place?.x ?? 0, top: place?.y ?? 0 }}
        />
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
