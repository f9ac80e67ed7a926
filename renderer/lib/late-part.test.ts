import { expect, test } from 'vitest';
import { latePart, preloadWhenIdle } from './late-part.tsx';

const Nothing = () => null;

test('parts are loaded one after another, each when there is time, and one that fails keeps no other from it', async () => {
  const happened: string[] = [];
  const part = (name: string, load: () => Promise<typeof Nothing>) =>
    latePart(() => {
      happened.push(name);
      return load();
    });
  const broken = part('broken', () => Promise.reject(new Error('The file is gone.')));
  const whole = part('whole', () => Promise.resolve(Nothing));
  const whenIdle = async () => {
    happened.push('idle');
  };
  await preloadWhenIdle([broken, whole, whole], whenIdle);
  expect(happened).toEqual(['idle', 'broken', 'idle', 'whole', 'idle']);
});
