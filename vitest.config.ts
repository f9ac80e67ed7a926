import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{shared,db,electron,renderer,scripts}/**/*.test.{ts,tsx}'],
    testTimeout: 30_000,
  },
});
