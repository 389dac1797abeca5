import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: false } },
  test: {
    fsModuleCache: false, // its key ignores tsconfig.json
    reporters: ['default'],
    testTimeout: 60_000, // a guard against hanging, not a measure: a busy computer with two cores is ten times slower
    projects: [
      {
        extends: true,
        test: { name: 'unit', environment: 'node', include: ['tests/unit/**/*.test.ts', 'tests/architecture/**/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          environment: 'node',
          include: ['tests/integration/**/*.test.ts', 'tests/migrations/**/*.test.ts'],
        },
      },
      { extends: true, plugins: [react()], test: { name: 'renderer', environment: 'jsdom', include: ['tests/renderer/**/*.test.tsx'] } },
    ],
  },
});
