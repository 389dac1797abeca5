import { z } from 'zod';

type Issue = Parameters<NonNullable<NonNullable<Parameters<typeof z.config>[0]>['customError']>>[0];

const kinds: Readonly<Record<string, string>> = {
  string: 'Write this as text.',
  number: 'Write a number.',
  int: 'Write a whole number.',
  boolean: 'Choose yes or no.',
  array: 'Give a list.',
  object: 'Give the fields of this.',
};

/** The sentence for what a schema does not say itself: short, plain, and what to do. */
function sentence(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'Fill this in.' : (kinds[issue.expected] ?? 'Fill this in.');
    case 'too_small':
      return issue.origin === 'number' || issue.origin === 'int' ? `At least ${issue.minimum}.` : `Give at least ${issue.minimum}.`;
    case 'too_big':
      return issue.origin === 'number' || issue.origin === 'int' ? `At most ${issue.maximum}.` : `Give at most ${issue.maximum}.`;
    case 'invalid_value':
      return issue.values.length === 1
        ? `Only ${String(issue.values[0])} goes here.`
        : `Choose one of these: ${issue.values.map(String).join(', ')}.`;
    case 'unrecognized_keys':
      return `There is no field called ${issue.keys.join(', ')}. Leave it out.`;
    case 'invalid_union':
      return 'This can be given in several ways, but not like this. Look at what it may hold.';
    case 'invalid_format':
      return 'This is not written as it should be. Look at the example.';
    default:
      return undefined;
  }
}

/**
 * Every schema of the contract speaks plainly, in main and in the renderer's forms. In a page zod need not try to make code from text,
 * which the policy forbids and reports; it tries when the first schema is made, so this stands before every one.
 */
z.config({ customError: sentence, jitless: typeof document !== 'undefined' });
