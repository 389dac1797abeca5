import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { resolve } from 'node:path';

const root = import.meta.dirname;
const at = (path: string) => resolve(root, path);
/** What a part brings along inside itself stands there with its licence. */
const license = { fileName: 'licenses.txt' };

export default defineConfig({
  main: {
    // Stated here so that it does not depend on tsconfig's include.
    oxc: { decorator: { legacy: true, emitDecoratorMetadata: false } },
    build: {
      target: 'node24.18',
      license,
      outDir: at('out/main'),
      rolldownOptions: {
        // One core, three doors, and the thread that makes backups.
        input: {
          index: at('main/index.ts'),
          web: at('main/hosts/web/index.ts'),
          cli: at('main/hosts/cli/index.ts'),
          'backup-worker': at('db/backup/backup.worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      target: 'node24.18',
      license,
      outDir: at('out/preload'),
      rolldownOptions: {
        input: { index: at('preload/index.ts') },
        // A sandboxed preload must be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react()],
    build: {
      target: 'chrome140',
      license,
      outDir: at('out/renderer'),
      emptyOutDir: true,
      rolldownOptions: { input: at('renderer/index.html') },
    },
  },
});
