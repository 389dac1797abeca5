import type { Gs1Element } from '../../../kernel/gs1/element-string.ts';

const titles: Readonly<Record<string, string>> = { '01': 'GTIN', '10': 'BATCH/LOT', '17': 'USE BY OR EXPIRY', '21': 'SERIAL' };

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/**
 * The elements of a GS1 Digital Link: `https://id.example/01/09506682101352/10/ABC?17=291003`. It is taken apart and never opened.
 * Undefined when the text is no such link.
 */
export function linkElements(text: string): Gs1Element[] | undefined {
  const match = /^https?:\/\/[^/?#\s]+((?:\/[^/?#\s]+)*)\/?(?:\?([^#\s]*))?(?:#\S*)?$/i.exec(text);
  if (!match) return undefined;
  const path = (match[1] ?? '').split('/').slice(1);
  const start = path.findIndex((part, at) => part === '01' && /^\d{8}$|^\d{12,14}$/.test(path[at + 1] ?? ''));
  if (start < 0) return undefined;
  const pairs: [string, string][] = [];
  for (let at = start; at + 1 < path.length; at += 2) pairs.push([path[at] ?? '', path[at + 1] ?? '']);
  for (const part of (match[2] ?? '').split(/[&;]/)) {
    const [key = '', value] = part.split('=');
    if (value !== undefined) pairs.push([key, value]);
  }
  return pairs.flatMap(([ai, written]) => {
    const value = decode(written);
    if (!/^\d{2,4}$/.test(ai) || value === undefined || value === '') return [];
    return [{ ai, title: titles[ai] ?? '', text: ai === '01' ? value.padStart(14, '0') : value, measure: null }];
  });
}
