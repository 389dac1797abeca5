import { dirname, join, normalize } from 'node:path/posix';

/** One import of one file, as written. */
export interface Import {
  /** Path from the root of the repository. */
  readonly from: string;
  /** Resolved path for our own files, else the package's name. */
  readonly to: string;
  readonly own: boolean;
  readonly typeOnly: boolean;
}

export interface ImportRule {
  readonly id: string;
  /** True when the import breaks the rule. */
  readonly breaks: (one: Import) => boolean;
  /** An import that has to be caught. */
  readonly planted: Import;
}

const own = (from: string, to: string, typeOnly = false): Import => ({ from, to, own: true, typeOnly });
const pack = (from: string, to: string): Import => ({ from, to, own: false, typeOnly: false });
const contract = 'preload/contract/';
const featureOf = (path: string): string | undefined => /^main\/features\/([^/]+)\//.exec(path)?.[1];

/** The rooms of the house and the doors between them. */
export const importRules: readonly ImportRule[] = [
  {
    id: 'contract-stands-alone',
    breaks: (one) => one.from.startsWith(contract) && (one.own ? !one.to.startsWith(contract) : one.to !== 'zod'),
    planted: own('preload/contract/people/people.ts', 'main/app.ts'),
  },
  {
    id: 'renderer-knows-only-the-contract',
    breaks: (one) =>
      one.from.startsWith('renderer/') &&
      one.own &&
      !one.to.startsWith('renderer/') &&
      !one.to.startsWith(contract) &&
      !(one.to === 'main/router.ts' && one.typeOnly),
    planted: own('renderer/app/shell.tsx', 'main/kernel/local-date.ts'),
  },
  {
    id: 'renderer-takes-only-the-type-of-the-router',
    breaks: (one) => one.from.startsWith('renderer/') && one.to === 'main/router.ts' && !one.typeOnly,
    planted: own('renderer/api/client.ts', 'main/router.ts'),
  },
  {
    id: 'renderer-has-no-node',
    breaks: (one) => one.from.startsWith('renderer/') && one.to.startsWith('node:'),
    planted: pack('renderer/api/client.ts', 'node:fs'),
  },
  {
    id: 'database-only-in-db',
    breaks: (one) => !one.from.startsWith('db/') && /^(typeorm|better-sqlite3)(\/|$)/.test(one.to),
    planted: pack('main/features/people/people.service.ts', 'typeorm'),
  },
  {
    id: 'db-knows-only-the-contract',
    breaks: (one) => one.from.startsWith('db/') && one.own && !one.to.startsWith('db/') && !one.to.startsWith(contract),
    planted: own('db/unit-of-work.ts', 'main/app.ts'),
  },
  {
    id: 'domain-is-pure',
    breaks: (one) => {
      if (!/^main\/features\/[^/]+\/domain\//.test(one.from) || one.typeOnly) return false;
      if (!one.own) return true;
      const neighbours = [
        `main/features/${featureOf(one.from)}/domain/`,
        contract,
        'main/kernel/local-date.ts',
        'main/kernel/table/',
        'main/kernel/gs1/',
      ];
      return !neighbours.some((neighbour) => one.to.startsWith(neighbour)) && !/^main\/features\/[^/]+\/domain\//.test(one.to);
    },
    planted: pack('main/features/rostering/domain/hours.ts', 'node:fs'),
  },
  {
    id: 'features-meet-at-their-services',
    breaks: (one) => {
      const [from, to] = [featureOf(one.from), featureOf(one.to)];
      if (from === undefined || to === undefined || from === to) return false;
      const pureToPure = one.from.includes('/domain/') && one.to.includes('/domain/');
      return !pureToPure && !/\.(service|view)\.ts$/.test(one.to);
    },
    planted: own('main/features/search/search.service.ts', 'main/features/people/domain/person-name.ts'),
  },
  {
    id: 'electron-only-in-its-host',
    breaks: (one) =>
      one.to === 'electron' &&
      !one.from.startsWith('main/hosts/electron/') &&
      one.from !== 'preload/index.ts' &&
      one.from !== 'main/index.ts',
    planted: pack('main/app.ts', 'electron'),
  },
  {
    id: 'hosts-know-no-feature',
    breaks: (one) => one.from.startsWith('main/hosts/') && featureOf(one.to) !== undefined,
    planted: own('main/hosts/web/server.ts', 'main/features/people/people.service.ts'),
  },
];

const importPattern = /(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[\w*{][^;'"]*?\s+from\s+)?['"]([^'"]+)['"]/g;

/** The imports of a file, by its text. */
export function importsOf(path: string, text: string): Import[] {
  return [...text.matchAll(importPattern)].map(([, , type, target = '']) => {
    const isOwn = target.startsWith('.');
    return { from: path, to: isOwn ? normalize(join(dirname(path), target)) : target, own: isOwn, typeOnly: type !== undefined };
  });
}
