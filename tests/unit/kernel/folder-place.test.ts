import { describe, expect, it } from 'vitest';
import { isOnNetwork, syncedBy } from '../../../db/folder-place.ts';

const linux = `23 1 259:1 / / rw,relatime - ext4 /dev/root rw
40 23 0:44 / /mnt/office rw,relatime shared:1 - nfs4 server:/office rw,vers=4.2
41 23 0:45 / /mnt/the\\040share rw - cifs //server/share rw
42 40 8:2 / /mnt/office/own rw - ext4 /dev/sdb1 rw
43 23 0:50 / /home/dana/far rw - fuse.sshfs dana@server:/ rw
44 23 0:51 / /run/user rw - tmpfs tmpfs rw`;

const mac = `/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse)
//dana@server/share on /Volumes/share (smbfs, nodev, nosuid, mounted by dana)`;

describe('isOnNetwork', () => {
  it.each([
    ['linux', linux, '/home/dana/office', false],
    ['linux', linux, '/mnt/office', true],
    ['linux', linux, '/mnt/office/practice', true],
    ['linux', linux, '/mnt/officer', false],
    ['linux', linux, '/mnt/the share/practice', true],
    ['linux', linux, '/mnt/office/own/practice', false],
    ['linux', linux, '/home/dana/far/practice', true],
    ['linux', linux, '/run/user/1000', false],
    ['linux', '', '/mnt/office', false],
    ['darwin', mac, '/Volumes/share/practice', true],
    ['darwin', mac, '/Users/dana/practice', false],
    ['win32', '', '\\\\server\\share\\practice', true],
    ['win32', '', '//server/share/practice', true],
    ['win32', '', '\\\\?\\UNC\\server\\share', true],
    ['win32', '', '\\\\?\\C:\\Users\\dana', false],
    ['win32', '', 'C:\\Users\\dana', false],
  ] as const)('%s: %#', (platform, mounts, path, expected) => {
    expect(isOnNetwork(path, { platform, mounts })).toBe(expected);
  });
});

describe('syncedBy', () => {
  it.each([
    ['C:\\Users\\dana\\OneDrive - Harbor Clinic\\Office', 'OneDrive'],
    ['/Users/dana/Dropbox/office', 'Dropbox'],
    ['/Users/dana/Library/CloudStorage/GoogleDrive-dana@harbor.example/My Drive/office', 'Google Drive'],
    ['/Users/dana/Library/Mobile Documents/com~apple~CloudDocs/office', 'iCloud Drive'],
    ['/home/dana/Nextcloud/office', 'Nextcloud'],
    ['/home/dana/.config/Medical Office Manager', undefined],
    ['/home/dana/boxes/office', undefined],
  ])('%s', (path, expected) => {
    expect(syncedBy(path)).toBe(expected);
  });
});
