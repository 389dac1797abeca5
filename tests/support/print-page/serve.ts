import react from '@vitejs/plugin-react';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, preview } from 'vite';

/** The built page of printed weeks on a loopback port. */
export interface PrintPage {
  /** Address that shows one week; takes the builder's options. */
  readonly address: (week: object) => string;
  readonly close: () => Promise<void>;
}

/** Builds the test page with the app's own compiler and serves it from a temporary folder. */
export async function servePrintPage(): Promise<PrintPage> {
  const outDir = await mkdtemp(join(tmpdir(), 'print-page-'));
  const root = import.meta.dirname;
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: { outDir, emptyOutDir: true, target: 'chrome140', minify: false },
  });
  const server = await preview({ root, configFile: false, logLevel: 'error', build: { outDir }, preview: { host: '127.0.0.1', port: 0 } });
  const base = server.resolvedUrls?.local[0] ?? '';
  return {
    address: (week) => `${base}?week=${encodeURIComponent(JSON.stringify(week))}`,
    close: async () => {
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
