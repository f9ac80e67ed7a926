import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import css from './records.module.css';

interface PointMenuProps {
  /** Where on the window it opens, px; null while it is closed. */
  place: { x: number; y: number } | null;
  onClose: () => void;
  label: string;
  children: ReactNode;
}

/** A menu at a place of the window. */
export function PointMenu({ place, onClose, label, children }: PointMenuProps) {
  return (
    <Menu
      opened={place !== null}
      onClose={onClose}
      position="bottom-start"
      offset={2}
      returnFocus={false}
      withInitialFocusPlaceholder={false}
      // Without 'keydown': the key that opened it would close it again.
      clickOutsideEvents={['mousedown', 'touchstart']}
    >
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          className={css.menuPlace}
          aria-label={label}
          style={{ left: place?.x ?? 0, top: place?.y ?? 0 }}
        />
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
