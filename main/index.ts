import { resolve } from 'node:path';
import { start } from './hosts/electron/start.ts';

start(resolve(import.meta.dirname, '..'));
