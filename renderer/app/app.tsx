import { onlineManager, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { CommandsProvider } from '../commands/commands.tsx';
import { AppEventsProvider } from '../lib/app-events.tsx';
import { LanguageProvider } from '../lib/language.tsx';
import { Readings, ReadingsContext } from '../lib/readings.ts';
import { ScopeProvider } from '../lib/scope.tsx';
import type { Platform } from '../transport/platform.ts';
import { ConnectionGate } from './connection-gate.tsx';
import { Look } from './look.tsx';
import { Shell } from './shell.tsx';
import { StartGate } from './start-gate.tsx';

// The service is on this machine: whether it can be reached is known from its connection (ConnectionGate), not from the network.
onlineManager.setEventListener(() => () => {});

/** Failed calls are shown with a button, not retried behind the person's back; what is shown is kept current by events. */
const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: false, staleTime: 60_000, refetchOnWindowFocus: false },
    // What changes something fails at once rather than happening later, when nobody expects it.
    mutations: { networkMode: 'always' },
  },
});

const readings = new Readings();

/** The providers, outermost first: words, look, service, what happens there, what is looked at, what can be done. */
export function App({ platform }: { platform: Platform }) {
  return (
    <LanguageProvider>
      <Look>
        <QueryClientProvider client={queryClient}>
          <ConnectionGate platform={platform}>
            <ReadingsContext value={readings}>
              <AppEventsProvider>
                <StartGate>
                  <ScopeProvider>
                    <CommandsProvider>
                      <Shell />
                    </CommandsProvider>
                  </ScopeProvider>
                </StartGate>
              </AppEventsProvider>
            </ReadingsContext>
          </ConnectionGate>
        </QueryClientProvider>
      </Look>
    </LanguageProvider>
  );
}
