import { describe, expect, it } from 'vitest';
import { passphraseProblem } from '../../../main/features/accounts/domain/passphrase.ts';

const names = ['Dana Ortiz', 'Harbor Family Medicine'];

describe('passphraseProblem', () => {
  it.each([
    ['eleven signs', 'river lamp ', 'at least 12'],
    ['nothing', '', 'at least 12'],
    ['one sign', '111111111111', 'again and again'],
    ['four signs', 'abababcdcdcd', 'again and again'],
    ['the usual word', 'Password12345', 'first that anybody'],
    ['the usual word with stand-ins', 'P@ssw0rd!!!2026', 'first that anybody'],
    ['two usual words', 'welcomeadmin', 'first that anybody'],
    ['the season', 'Summer2026!!', 'first that anybody'],
    ['one’s own name', 'DanaOrtiz1984', 'first that anybody'],
    ['the practice', 'Harbor-Family-Medicine-1', 'first that anybody'],
    ['the office', 'medicaloffice', 'first that anybody'],
    ['a row of keys', 'qwertyuiopas', 'keyboard'],
    ['the alphabet', 'abcdefghijklm', 'keyboard'],
    ['the alphabet backwards', 'zyxwvutsrqpon', 'keyboard'],
    ['digits in order', '123456789012', 'keyboard'],
  ])('refuses %s', (_what, passphrase, words) => {
    expect(passphraseProblem(passphrase, names)).toContain(words);
  });

  it.each([
    'river lamp orange nine',
    'Dana likes 3 green boats',
    'correct horse battery',
    'zwölf graue Möwen',
    'x7#Lq9!vTz2&',
    'the office plant needs water',
    '犬も歩けば棒に当たるという話',
  ])('takes "%s"', (passphrase) => {
    expect(passphraseProblem(passphrase, names)).toBeUndefined();
  });
});
