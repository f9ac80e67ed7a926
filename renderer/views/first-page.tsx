import { Button } from '@mantine/core';
import { IconHome } from '@tabler/icons-react';
import { useText } from '../lib/language.tsx';
import { formatHash, parseHash, useHash } from '../lib/router.tsx';
import { keepStartPage, type StartPage, useStartPage } from '../lib/start-page.ts';
import { withoutTrail } from '../lib/trail.ts';
import css from './saved-views.module.css';
import { text } from './text.ts';

/** Says what opens first, and makes what is shown that, or takes it back. */
export function FirstPage({ name }: { name: string }) {
  const t = useText(text);
  useHash(); // what is shown may be the first page, or no longer
  const first = useStartPage();
  const shown = pageShown(name);
  return (
    <div className={css.first}>
      <p className={css.quiet}>{first ? t.opensFirst(first.name) : t.opensOverview}</p>
      <div className={css.firstButtons}>
        {first?.hash !== shown.hash && (
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconHome size={12} aria-hidden />}
            onClick={() => keepStartPage(shown)}
          >
            {t.openThisFirst}
          </Button>
        )}
        {first && (
          <Button size="compact-xs" variant="default" onClick={() => keepStartPage(null)}>
            {t.openOverviewFirst}
          </Button>
        )}
      </div>
    </div>
  );
}

/** What is shown, as a page to begin with. */
export function pageShown(name: string): StartPage {
  const { screen, params } = parseHash(window.location.hash);
  return { hash: formatHash(screen, withoutTrail(params)), name };
}
