import { expect, it, vi } from 'vitest';
import { putFile } from '../../../renderer/api/client.ts';
import { maximumFileBytes, maximumWholeBytes } from '../../../preload/contract/shared/transport.ts';
import { fakeTransport } from '../support/fake-transport.ts';

it('a file that is too large is refused by its size and not read', async () => {
  const file = new File(['Name'], 'list.csv');
  Object.defineProperty(file, 'size', { value: maximumFileBytes + 1 });
  const read = vi.spyOn(file, 'arrayBuffer');
  await expect(putFile(fakeTransport(), file, maximumFileBytes)).rejects.toThrow('This file is over 32 MB.');
  expect(read).not.toHaveBeenCalled();
});

it('a file that comes in parts is refused by its size, too', async () => {
  const file = new File(['Name'], 'scan.pdf');
  Object.defineProperty(file, 'size', { value: maximumWholeBytes + 1 });
  await expect(putFile(fakeTransport(), file)).rejects.toThrow('This file is over 512 MB.');
});

it('a file of the largest size is put', async () => {
  const file = new File(['Name'], 'list.csv');
  Object.defineProperty(file, 'size', { value: maximumFileBytes });
  Object.defineProperty(file, 'arrayBuffer', { value: async () => new ArrayBuffer(4) });
  expect(await putFile(fakeTransport(), file)).toBe('handle of list.csv');
});
