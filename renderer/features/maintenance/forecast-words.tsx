import { useQuery } from '@tanstack/react-query';
import type { VacuumForecast } from '../../../shared/contract/vacuum.ts';
import { useClient } from '../../lib/connection.tsx';
import type { Format } from '../../lib/format.ts';
import { useFormat, useText } from '../../lib/language.tsx';
import { Told } from '../../ui/told.tsx';
import css from './maintenance.module.css';
import { type MaintenanceText, text } from './text.ts';

/** Less than this share of the file is not worth writing it anew. */
const NEXT_TO_NOTHING = 0.01;

/** What VACUUM would give back, needs and takes, a sentence each. */
export function forecastWords(forecast: VacuumForecast, t: MaintenanceText, format: Format): string[] {
  const { bytes, reclaimableBytes, isWhole, neededBytes, freeDiskBytes, last, expectedMs } = forecast;
  const size = format.bytes(bytes);
  return [
    reclaimableBytes < bytes * NEXT_TO_NOTHING
      ? t.compactGivesNothing(size)
      : t.compactGives(format.bytes(reclaimableBytes), size),
    ...(isWhole ? [] : [t.compactReckoned]),
    t.compactNeeds(format.bytes(neededBytes), format.bytes(freeDiskBytes)),
    last === null || expectedMs === null
      ? t.compactFirst
      : t.compactLast(format.duration(last.tookMs), format.bytes(last.bytesFreed), format.duration(expectedMs)),
  ];
}

/** The same as it becomes known; who starts without waiting for it is told by the job itself. */
export function CompactForecast() {
  const t = useText(text);
  const format = useFormat();
  const client = useClient();
  const forecast = useQuery({
    queryKey: ['vacuum-forecast'],
    queryFn: () => client.maintenance.vacuumForecast(),
    gcTime: 0, // told anew each time, as every job changes it
  });
  if (forecast.isError) {
    return (
      <p className={css.bad} role="alert">
        <Told message={forecast.error.message} />
      </p>
    );
  }
  const words = forecast.data ? forecastWords(forecast.data, t, format) : [t.compactLooking];
  return (
    <p className={css.quiet} role="status">
      {words.join(' ')}
    </p>
  );
}
