import { MantineProvider, mergeThemeOverrides } from '@mantine/core';
import { type ReactNode, useEffect, useMemo } from 'react';
import { useText } from '../lib/language.tsx';
import { theme, themeVariables } from '../ui/theme.ts';
import { text } from './text.ts';

/** The theme, with the names that its parts have for who cannot see them, in the language of the window. */
export function Look({ children }: { children: ReactNode }) {
  const t = useText(text);
  const named = useMemo(() => {
    // The heading of a dialog is no banner of the page.
    const dialog = { closeButtonProps: { 'aria-label': t.close }, attributes: { header: { role: 'none' } } };
    return mergeThemeOverrides(theme, {
      components: { Modal: { defaultProps: dialog }, Drawer: { defaultProps: dialog } },
    });
  }, [t]);
  useEffect(printLight, []);
  return (
    <MantineProvider theme={named} cssVariablesResolver={themeVariables} defaultColorScheme="auto">
      {children}
    </MantineProvider>
  );
}

const SCHEME = 'data-mantine-color-scheme';

/** Paper is white: what is printed is light, whatever the window is. Returns how to stop that. */
function printLight(): () => void {
  const root = document.documentElement;
  const stop = new AbortController();
  let shown = 'light';
  const onBefore = () => {
    shown = root.getAttribute(SCHEME) ?? shown;
    root.setAttribute(SCHEME, 'light');
  };
  window.addEventListener('beforeprint', onBefore, { signal: stop.signal });
  window.addEventListener('afterprint', () => root.setAttribute(SCHEME, shown), { signal: stop.signal });
  return () => stop.abort();
}
