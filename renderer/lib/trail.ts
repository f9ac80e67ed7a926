/** The param of an address that holds the steps which led to it. */
export const TRAIL = 'trail';

/** What an address shows, without how it was come by. */
export function withoutTrail(params: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...params].filter(([name]) => name !== TRAIL));
}
