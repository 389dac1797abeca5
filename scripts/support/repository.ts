import { resolve } from 'node:path';

/** The folder that holds package.json. */
export const repository = resolve(import.meta.dirname, '../..');

/** A path inside the repository. */
export const inRepository = (...parts: readonly string[]): string => resolve(repository, ...parts);

/** The folder in which the person wrote the command; npm itself runs scripts in the repository. */
export const callersFolder = (): string => process.env['INIT_CWD'] ?? process.cwd();
