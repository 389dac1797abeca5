// Builds what changed since the last build; prints only when that fails.
import { buildStale } from './support/build-parts.ts';

try {
  await buildStale();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
