import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { createContext, type ReactNode, use, useEffect, useEffectEvent, useId, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useText } from '../lib/language.tsx';
import { elementOf, listenForPanelKeys } from './panel-keys.ts';
import css from './side-panel.module.css';
import { text } from './text.ts';

/** The place at the right of the content that the shell keeps for a panel. */
export const SidePanelPlace = createContext<HTMLElement | null>(null);

interface SidePanelProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/** Told at the place when a panel opens there; the one that was open closes, as there is room for one. */
const OPENED = 'sidepanelopen';

/** The drawer at the right: beside the content, not over it. Escape closes, F6 goes there and back; focus goes in and comes back. */
export function SidePanel({ title, onClose, children }: SidePanelProps) {
  const place = use(SidePanelPlace);
  const id = useId();
  const panel = useRef<HTMLElement>(null);
  const t = useText(text);
  const close = useEffectEvent(onClose);
  useEffect(() => {
    if (!place) return;
    const opener = elementOf(document.activeElement);
    const content = () => place.parentElement?.querySelector('main') ?? null;
    panel.current?.focus();
    place.dispatchEvent(new Event(OPENED));
    const onOther = () => close();
    place.addEventListener(OPENED, onOther);
    const stopListening = listenForPanelKeys({ panel: () => panel.current, opener, content, close: () => close() });
    return () => {
      place.removeEventListener(OPENED, onOther);
      stopListening();
      // Whoever has gone elsewhere meanwhile, as to what opens another panel, stays there.
      if (elementOf(document.activeElement)) return;
      // What opened it may be gone with another panel; who is lost begins at the content again.
      (opener?.isConnected ? opener : content())?.focus();
    };
  }, [place]);
  if (!place) return null;
  return createPortal(
    <aside ref={panel} className={css.panel} aria-labelledby={id} tabIndex={-1}>
      <header className={css.head}>
        <h2 id={id} className={css.title}>
          {title}
        </h2>
        <ActionIcon aria-label={t.close} onClick={onClose}>
          <IconX size={16} />
        </ActionIcon>
      </header>
      <div className={css.body}>{children}</div>
    </aside>,
    place,
  );
}
