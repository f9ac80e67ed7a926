import type { StoreHealth } from '../../../../shared/contract/health.ts';
import { useFormat, useText } from '../../../lib/language.tsx';
import { forecastDisk } from '../forecast.ts';
import { text } from '../text.ts';

/** How the store grows, and what that means for the disk, in words. */
export function useStoreWords({ freeDiskBytes, growthBytesADay }: StoreHealth): { growth: string; disk: string } {
  const { figures: t } = useText(text);
  const format = useFormat();
  const growth = growthBytesADay ?? 0;
  const amount = format.bytes(Math.abs(growth));
  const forecast = forecastDisk(freeDiskBytes, growthBytesADay);
  const disk = {
    days: (count: number) => t.fullIn(format.days(count)),
    weeks: (count: number) => t.fullIn(format.weeks(count)),
  };
  return {
    growth: growthBytesADay === null ? t.growthUnknown : growth < 0 ? t.shrinks(amount) : t.growth(amount),
    disk: 'count' in forecast ? disk[forecast.in](forecast.count) : t.forecast[forecast.in],
  };
}
