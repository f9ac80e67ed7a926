import { Modal, type ModalProps } from '@mantine/core';
import { useEffect, useState } from 'react';

/**
 * A dialog that is there as long as it is drawn. The library gives the focus back only where a dialog is told to close, not where it
 * is taken away: then who goes by keys would begin again at the top of the window.
 */
export function Dialog(props: Omit<ModalProps, 'opened'>) {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // By now what it held is gone; who chose something else to have the focus keeps it.
      if (document.activeElement !== document.body) return;
      const back = before?.isConnected && before !== document.body ? before : document.getElementById('content');
      if (back instanceof HTMLElement) back.focus({ preventScroll: true });
    },
    [before],
  );
  return <Modal opened {...props} />;
}
