import { expect, test } from 'vitest';
import { Tickets } from './tickets.ts';

test('a ticket is good once', () => {
  const tickets = new Tickets();
  const ticket = tickets.issue('report-1');
  expect(tickets.redeem(ticket)).toBe('report-1');
  expect(tickets.redeem(ticket)).toBeNull();
});

test('a ticket is good for a minute', () => {
  const tickets = new Tickets();
  const ticket = tickets.issue('report-1', 0);
  expect(tickets.redeem(ticket, 60_000)).toBeNull();
  expect(tickets.redeem(tickets.issue('report-1', 0), 59_999)).toBe('report-1');
});
