import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
} from 'node:crypto';

/** A pair of X25519 keys, each as base64 of its DER form (SPKI and PKCS#8). */
export interface BoxKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

const nonceBytes = 12;
const tagBytes = 16;
const publicBytes = 44;

export function newBoxKeys(): BoxKeys {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
  };
}

/** AES-256-GCM: nonce, text and tag in one. `context` is bound to it and must be the same when it is opened. */
export function encrypt(key: Buffer, plain: Buffer, context: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(context));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Undefined when the key or the context is another one, or the bytes were changed. */
export function decrypt(key: Buffer, sealed: Buffer, context: string): Buffer | undefined {
  if (sealed.length < nonceBytes + tagBytes) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes));
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(sealed.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()]);
  } catch {
    return undefined;
  }
}

/**
 * Seals bytes so that only the holder of the private key reads them; whoever seals needs no secret.
 * X25519 with a key pair of its own for each box, HKDF-SHA256, AES-256-GCM (the construction of RFC 9180 in its simplest mode).
 */
export function sealTo(publicKey: string, plain: Buffer, context: string): Buffer {
  const own = newBoxKeys();
  const ownPublic = Buffer.from(own.publicKey, 'base64');
  return Buffer.concat([ownPublic, encrypt(sharedKey(own.privateKey, publicKey, ownPublic), plain, context)]);
}

/** Undefined when the box was sealed to another key or was changed. */
export function openBox(privateKey: string, box: Buffer, context: string): Buffer | undefined {
  const sender = box.subarray(0, publicBytes);
  try {
    return decrypt(sharedKey(privateKey, sender.toString('base64'), sender), box.subarray(publicBytes), context);
  } catch {
    return undefined;
  }
}

function sharedKey(privateKey: string, publicKey: string, salt: Buffer): Buffer {
  const secret = diffieHellman({
    privateKey: createPrivateKey({ key: Buffer.from(privateKey, 'base64'), type: 'pkcs8', format: 'der' }),
    publicKey: createPublicKey({ key: Buffer.from(publicKey, 'base64'), type: 'spki', format: 'der' }),
  });
  return Buffer.from(hkdfSync('sha256', secret, salt, 'office box', 32));
}
