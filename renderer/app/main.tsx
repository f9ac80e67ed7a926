import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '../ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { parseHash } from '../lib/router.tsx';
import { openStartPage } from '../lib/start-page.ts';
import { detectPlatform } from '../transport/detect-platform.ts';
import { App } from './app.tsx';
import { routeOf } from './routes.tsx';

// First of all: the browser host's session token stands in the fragment, where the screens keep their address.
const platform = detectPlatform();
openStartPage();
routeOf(parseHash(window.location.hash).screen).preload();

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root element');
createRoot(root).render(
  <StrictMode>
    <App platform={platform} />
  </StrictMode>,
);
