import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const cipher = 'aes-256-gcm';
const mark = Buffer.from('MOA1');
const nonceBytes = 12;
const tagBytes = 16;

/** 32 random bytes as hex. */
export const newFileKey = (): string => randomBytes(32).toString('hex');

/**
 * AES-256-GCM (NIST SP 800-38D): mark, nonce of 96 random bits, ciphertext, tag of 128 bits.
 * @param name under which it will lie: bound in, so that one file cannot stand in for another
 * @param key 32 bytes as hex
 */
export function sealFile(name: string, key: string, plain: Uint8Array): Uint8Array {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, Buffer.from(key, 'hex'), nonce);
  sealing.setAAD(Buffer.from(name));
  return Buffer.concat([mark, nonce, sealing.update(plain), sealing.final(), sealing.getAuthTag()]);
}

/** The plain bytes; undefined when a bit of the file differs from what was sealed under this name and key. */
export function unsealFile(name: string, key: string, sealed: Uint8Array): Uint8Array | undefined {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const start = mark.length + nonceBytes;
  if (bytes.length < start + tagBytes || !bytes.subarray(0, mark.length).equals(mark)) return undefined;
  const opening = createDecipheriv(cipher, Buffer.from(key, 'hex'), bytes.subarray(mark.length, start), { authTagLength: tagBytes });
  opening.setAAD(Buffer.from(name));
  opening.setAuthTag(bytes.subarray(bytes.length - tagBytes));
  try {
    return Buffer.concat([opening.update(bytes.subarray(start, bytes.length - tagBytes)), opening.final()]);
  } catch {
    return undefined;
  }
}
