import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importRules, importsOf } from './import-rules.ts';

const root = new URL('../../', import.meta.url).pathname;
const files = globSync('{main,preload,db,renderer}/**/*.{ts,tsx}', { cwd: root });
const imports = files.flatMap((path) => importsOf(path, readFileSync(`${root}${path}`, 'utf8')));

describe('the rooms of the house', () => {
  it('are all looked at', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(imports.length).toBeGreaterThan(files.length);
  });

  it.each(importRules)('$id', ({ breaks, planted }) => {
    expect(breaks(planted), 'the planted violation is caught').toBe(true);
    expect(imports.filter(breaks).map((one) => `${one.from} imports ${one.to}`)).toEqual([]);
  });

  it('reads every way to write an import', () => {
    const text = `import { a } from './a.ts';\nimport type { B } from '../b.ts';\nimport 'side-effect';\nexport { c } from './c.ts';\nimport {\n  d,\n} from 'd';\n`;
    expect(importsOf('main/x/y.ts', text).map(({ to, typeOnly }) => [to, typeOnly])).toEqual([
      ['main/x/a.ts', false],
      ['main/b.ts', true],
      ['side-effect', false],
      ['main/x/c.ts', false],
      ['d', false],
    ]);
  });

  it('have no barrels', () => {
    const indexes = files.filter((path) => /(^|\/)index\.tsx?$/.test(path));
    const entries = new Set([
      'main/index.ts',
      'preload/index.ts',
      'main/hosts/web/index.ts',
      'main/hosts/cli/index.ts',
      'main/hosts/electron/index.ts',
    ]);
    expect(indexes.filter((path) => !entries.has(path))).toEqual([]);
  });
});
