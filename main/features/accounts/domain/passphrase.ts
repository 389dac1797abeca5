import type { PassphraseCheck } from '../../../../preload/contract/accounts/access.ts';

/** At least so many characters; longer is better than odder (NIST SP 800-63B, section 3.1.1: length, a list of common ones, no rules of composition). */
export const shortestPassphrase = 12;

/** Words that stand behind most guessed passphrases, alone or written again and again. */
const common = [
  'password',
  'passwort',
  'passphrase',
  'qwerty',
  'qwertz',
  'azerty',
  'asdfgh',
  'zxcvbn',
  'letmein',
  'welcome',
  'admin',
  'administrator',
  'iloveyou',
  'monkey',
  'dragon',
  'football',
  'baseball',
  'sunshine',
  'princess',
  'superman',
  'batman',
  'master',
  'shadow',
  'trustno',
  'starwars',
  'secret',
  'default',
  'changeme',
  'summer',
  'winter',
  'spring',
  'autumn',
  'doctor',
  'nurse',
  'medical',
  'office',
  'clinic',
  'practice',
  'frontdesk',
  'reception',
  'computer',
  'internet',
  'google',
  'whatever',
  'hello',
  'abc',
] as const;

const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890123456789', 'qwertyuiopasdfghjklzxcvbnm', 'qwertzuiopasdfghjklyxcvbnm'] as const;

/**
 * Why a passphrase is too easy to guess, as a sentence that says what to do; undefined when it will do.
 * `names`: what anybody would try first, as the person's and the practice's name.
 */
export function passphraseProblem(passphrase: string, names: readonly string[]): string | undefined {
  const length = [...passphrase].length;
  if (length < shortestPassphrase) {
    return `Use at least ${shortestPassphrase} characters: three or four words that do not belong together are easy to keep in mind.`;
  }
  if (new Set(passphrase).size < 5) return 'This is one sign again and again. Use a few words that do not belong together.';
  if (rows.some((row) => isRun(passphrase.toLowerCase(), row))) {
    return 'This runs along the keyboard. Use a few words that do not belong together.';
  }
  const rest = lettersOf(passphrase);
  const guessed = [...common, ...names.flatMap((name) => [lettersOf(name), ...name.split(/\s+/).map(lettersOf)])];
  const plain = passphrase.toLowerCase().replaceAll(/\P{L}/gu, '');
  if (leftAfter(rest, guessed).length < 4 || leftAfter(plain, guessed).length < 4) {
    return 'This is among the first that anybody would try. Add words that have nothing to do with the practice.';
  }
  return undefined;
}

/** From so many characters on a passphrase is called strong: four words. */
const strongFrom = 20;

/** What a passphrase is worth, in a sentence for whoever types it. Nothing typed is no fault. */
export function passphraseCheck(passphrase: string, names: readonly string[]): PassphraseCheck {
  if (passphrase === '') return { good: false, words: 'At least 12 characters: three or four words that do not belong together.' };
  const problem = passphraseProblem(passphrase, names);
  if (problem !== undefined) return { good: false, words: problem };
  if ([...passphrase].length < strongFrom) return { good: true, words: 'Good enough. One more word makes it much harder to guess.' };
  return { good: true, words: 'Strong. Keep it in mind, and nowhere beside this computer.' };
}

/** Letters alone, with the usual stand-ins for them read back. */
const lettersOf = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('0', 'o')
    .replaceAll('1', 'l')
    .replaceAll('3', 'e')
    .replaceAll('@', 'a')
    .replaceAll('4', 'a')
    .replaceAll(/[5$]/g, 's')
    .replaceAll(/[^\p{L}]/gu, '');

function leftAfter(text: string, words: readonly string[]): string {
  const known = words.filter((word) => word.length >= 3).toSorted((one, other) => other.length - one.length);
  return known.reduce((left, word) => left.replaceAll(word, ''), text);
}

/** Forwards or backwards along a row for its whole length. */
function isRun(text: string, row: string): boolean {
  const twice = row + row;
  return twice.includes(text) || [...twice].toReversed().join('').includes(text);
}
