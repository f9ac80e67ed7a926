import type { Health, StoreHealth } from '../../../../shared/contract/health.ts';
import type { Settings } from '../../../../shared/contract/settings.ts';
import type { Format } from '../../../lib/format.ts';
import { writeAlertValue } from '../alerts/alert-words.ts';
import { forecastDisk } from '../forecast.ts';
import type { HealthText } from '../text.ts';

type Text = HealthText['figures'];

/** What stands below each figure: how much it goes by, or what it is measured against. Settings are absent until they are known. */
export function figureWords(health: Health, settings: Settings | undefined, text: Text, format: Format) {
  const { jobs, store } = health;
  return {
    responses: responseWords(health.responses.lastHour, settings?.alertSlowMilliseconds ?? 0, text, format),
    memory: memoryWords(health.cache, text, format),
    readers: readerWords(health.readers, text, format),
    jobs: text.jobsWords(format.number(jobs.queued), format.number(jobs.failedLastDay)),
    store: growthWords(store, text, format),
    log: logWords(settings?.alertLogMegabytes ?? 0, text, format),
    disk: diskWords(store, text, format),
  };
}

/** How the store grows, in words. */
export function growthWords({ growthBytesADay }: StoreHealth, text: Text, format: Format): string {
  if (growthBytesADay === null) return text.growthUnknown;
  const amount = format.bytes(Math.abs(growthBytesADay));
  return growthBytesADay < 0 ? text.shrinks(amount) : text.growth(amount);
}

function responseWords(lastHour: Health['responses']['lastHour'], limitMs: number, text: Text, format: Format): string {
  if (lastHour === null) return text.noQuestions;
  const asked = text.lastHour(format.number(lastHour.count));
  return limitMs === 0 ? asked : `${asked}, ${text.target(writeAlertValue('slow', limitMs, format))}`;
}

function memoryWords(cache: Health['cache'], text: Text, format: Format): string {
  if (cache === null) return text.notKnown;
  const { hits, staleHits, misses } = cache.lastHour;
  const asked = hits + staleHits + misses;
  return asked === 0 ? text.noQuestions : text.ofQuestions(format.number(asked));
}

/** Those who wait now go before how long someone waited. */
function readerWords(readers: Health['readers'], text: Text, format: Format): string {
  if (readers === null) return text.notKnown;
  if (readers.queued > 0) return text.queued(format.number(readers.queued));
  return text.longestWait(format.milliseconds(readers.longestWaitMs));
}

function logWords(limitMegabytes: number, text: Text, format: Format): string {
  return limitMegabytes === 0 ? text.logPlain : text.logWords(writeAlertValue('log', limitMegabytes, format));
}

function diskWords({ freeDiskBytes, growthBytesADay }: StoreHealth, text: Text, format: Format): string {
  const forecast = forecastDisk(freeDiskBytes, growthBytesADay);
  return 'count' in forecast ? text.fullIn(format[forecast.in](forecast.count)) : text.forecast[forecast.in];
}
