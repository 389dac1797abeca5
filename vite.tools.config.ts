import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const at = (path: string) => resolve(import.meta.dirname, path);

/** The bench, the faults, the fuzz and the table of rights: they import entities, whose decorators Node itself does not read. */
export default defineConfig({
  // As in electron.vite.config.ts.
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: false } },
  logLevel: 'error',
  publicDir: false,
  build: {
    ssr: true,
    target: 'node24.18',
    // As deep as scripts/support, so that what is bundled from there finds the repository.
    outDir: at('out/tools'),
    emptyOutDir: true,
    rolldownOptions: {
      input: {
        bench: at('tests/bench/main.ts'),
        faults: at('tests/faults/main.ts'),
        fuzz: at('tests/fuzz/main.ts'),
        matrix: at('tests/support/write-matrix.ts'),
        'backup-worker': at('db/backup/backup.worker.ts'),
      },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
