/** Electron's fuses by their place on the wire, which starts after this text in its program. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const fuses = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
] as const;
const isOn = '1'.charCodeAt(0);

/** A wire as Electron ships it, so that a stand-in for its program has fuses to set. */
export function shippedFuseWire(): Buffer {
  return Buffer.concat([Buffer.from(sentinel), Buffer.from([1, fuses.length]), Buffer.from('10110001')]);
}

/** The fuses of a program by name. Throws where there is no wire. */
export function readFuses(program: Buffer): Readonly<Record<string, boolean>> {
  const start = program.indexOf(sentinel);
  if (start < 0) throw new Error('The program has no fuse wire.');
  const wire = program.subarray(start + sentinel.length + 2);
  return Object.fromEntries(fuses.map((name, place) => [name, wire[place] === isOn]));
}
