import './schemas.ts';
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '../ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { preloadWhenIdle } from '../lib/late-part.tsx';
import { parseHash } from '../lib/router.tsx';
import { openStartPage } from '../lib/start-page.ts';
import { detectPlatform } from '../transport/detect-platform.ts';
import { whyPanel } from '../why/why-drawer.tsx';
import { App } from './app.tsx';
import { routeOf, routes } from './routes.tsx';

/** By then the first screen stands. */
const FIRST_SCREEN_MS = 2_000;

// First of all: the browser host's session token stands in the fragment, where the screens keep their address.
const platform = detectPlatform();
openStartPage();
void routeOf(parseHash(window.location.hash).screen).preload();

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root element');
createRoot(root).render(
  <StrictMode>
    <App platform={platform} />
  </StrictMode>,
);

// While the first screen is looked at, so that going elsewhere finds it there.
setTimeout(() => void preloadWhenIdle([...routes, whyPanel]), FIRST_SCREEN_MS);
