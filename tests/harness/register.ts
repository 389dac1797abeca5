// node --import ./tests/harness/register.ts out/main/index.js: the built main runs on the double of Electron.
import { registerHooks } from 'node:module';

const double = new URL('./electron.ts', import.meta.url).href;

registerHooks({
  resolve(specifier, context, nextResolve) {
    return specifier === 'electron' ? { url: double, format: 'module-typescript', shortCircuit: true } : nextResolve(specifier, context);
  },
});
