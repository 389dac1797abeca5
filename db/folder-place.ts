import { execFileSync } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';

/** File systems that lie on another computer. SQLite's locks do not hold there, and two computers can damage the file. */
const networkTypes = new Set([
  'nfs',
  'nfs3',
  'nfs4',
  'cifs',
  'smb2',
  'smb3',
  'smbfs',
  'afpfs',
  'afs',
  'ncpfs',
  'ceph',
  'glusterfs',
  'lustre',
  'webdav',
  'davfs',
  'fuse.davfs2',
  'fuse.sshfs',
  'fuse.rclone',
  'fuse.glusterfs',
  'fuse.s3fs',
]);

/** What tells where a folder lies. */
export interface PlaceFacts {
  readonly platform: NodeJS.Platform;
  /** `/proc/self/mountinfo` on Linux, what `mount` prints on macOS, empty elsewhere. */
  readonly mounts: string;
}

interface Mount {
  readonly point: string;
  readonly type: string;
}

/** True when an absolute path lies on a network share. A drive letter that Windows maps to a share is not seen. */
export function isOnNetwork(path: string, { platform, mounts }: PlaceFacts): boolean {
  if (platform === 'win32') return /^[\\/]{2}(?![?.][\\/])/.test(path) || /^[\\/]{2}\?[\\/]UNC[\\/]/i.test(path);
  const known = platform === 'darwin' ? macMounts(mounts) : linuxMounts(mounts);
  const within = known.filter(({ point }) => point === '/' || path === point || path.startsWith(`${point}/`));
  // Of two at the same place the later one lies on top.
  const nearest = within.reduce<Mount | undefined>(
    (best, mount) => (best && best.point.length > mount.point.length ? best : mount),
    undefined,
  );
  return nearest !== undefined && networkTypes.has(nearest.type);
}

/** Fields 5 and, after a lone dash, the type: proc(5). Blanks in a path are written as \040. */
function linuxMounts(text: string): Mount[] {
  return text.split('\n').flatMap((line) => {
    const [before, after] = line.split(' - ');
    const point = before?.split(' ')[4];
    const type = after?.split(' ')[0];
    return point && type
      ? [{ point: point.replaceAll(/\\(\d{3})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 8))), type }]
      : [];
  });
}

/** `//dana@server/share on /Volumes/share (smbfs, nodev, nosuid)`. */
function macMounts(text: string): Mount[] {
  return text.split('\n').flatMap((line) => {
    const [, point, type] = / on (\/.*) \(([\w.]+)/.exec(line) ?? [];
    return point && type ? [{ point, type }] : [];
  });
}

/** Programs that copy a folder to other computers while it is in use, by the folder names they are known by. */
const syncing: readonly (readonly [RegExp, string])[] = [
  [/^onedrive\b/i, 'OneDrive'],
  [/^dropbox\b/i, 'Dropbox'],
  [/^google ?drive\b|^my drive$/i, 'Google Drive'],
  [/^icloud ?drive$|^mobile documents$|^com~apple~clouddocs$/i, 'iCloud Drive'],
  [/^nextcloud\b/i, 'Nextcloud'],
  [/^owncloud\b/i, 'ownCloud'],
  [/^box( sync)?$/i, 'Box'],
];

/** The program that copies a folder elsewhere while it is in use, by its path; undefined where none is seen. */
export function syncedBy(path: string): string | undefined {
  const parts = path.split(/[\\/]/);
  return syncing.find(([pattern]) => parts.some((part) => pattern.test(part)))?.[1];
}

/** Where this computer's folders lie. */
export function placeFacts(platform: NodeJS.Platform = process.platform): PlaceFacts {
  try {
    if (platform === 'linux') return { platform, mounts: readFileSync('/proc/self/mountinfo', 'utf8') };
    if (platform === 'darwin') return { platform, mounts: execFileSync('/sbin/mount', { encoding: 'utf8', timeout: 2000 }) };
  } catch {
    // A system that does not say where its folders lie keeps nobody from working.
  }
  return { platform, mounts: '' };
}

/** The path with its links followed, as far as it is there. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const above = dirname(path);
    return above === path ? path : `${realPath(above)}${path.slice(above.length)}`;
  }
}
