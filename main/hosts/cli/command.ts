import { parseArgs } from 'node:util';
import { AppError } from '../../../preload/contract/shared/app-error.ts';

/** What was asked for on the command line. */
export type Command = { readonly kind: 'list' } | Call;

export interface Call {
  readonly kind: 'call';
  readonly procedure: string;
  readonly input: unknown;
  readonly data: string | undefined;
  readonly demo: boolean;
  /** Who calls, where the practice has a passphrase. */
  readonly as: string | undefined;
  /** A file to put before the call. */
  readonly file: string | undefined;
}

const usage = "Write: office -- <procedure> '<json input>' [--data <folder>] [--as <name>] [--demo] [--file <path>], or office -- --list.";

/** Reads the arguments after the program's name. Refuses as `invalid_input`, saying what stands in the way. */
export function readCommand(args: readonly string[]): Command {
  const { values, positionals } = parse(args);
  if (values.list) return { kind: 'list' };
  const [procedure, json, ...more] = positionals;
  if (procedure === undefined) throw new AppError('invalid_input', usage);
  if (more.length > 0) throw new AppError('invalid_input', `The input is one argument: put it in quotes. ${usage}`);
  return { kind: 'call', procedure, input: readJson(json), data: values.data, demo: values.demo, as: values.as, file: values.file };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        list: { type: 'boolean', default: false },
        data: { type: 'string' },
        demo: { type: 'boolean', default: false },
        as: { type: 'string' },
        file: { type: 'string' },
      },
    });
  } catch (cause) {
    const what = cause instanceof Error ? cause.message.split('. ')[0] : 'The arguments cannot be read';
    throw new AppError('invalid_input', `${what}. ${usage}`, { cause });
  }
}

function readJson(json: string | undefined): unknown {
  if (json === undefined || json.trim() === '') return undefined;
  try {
    return JSON.parse(json);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : '';
    throw new AppError(
      'invalid_input',
      `The input is not JSON ${placeOf(json, why)}. Put it in single quotes, with double quotes inside.`,
      {
        fields: { '': why },
        cause,
      },
    );
  }
}

/** Where the parser stopped, in words. V8 names a position, or only that the text ended. */
function placeOf(json: string, message: string): string {
  const position = /position (\d+)/.exec(message)?.[1];
  if (position !== undefined) {
    const at = Number(position);
    return `at character ${at + 1}, near ${JSON.stringify(json.slice(Math.max(0, at - 10), at + 10))}`;
  }
  if (/end of JSON/i.test(message)) return 'to its end: something is not closed';
  const token = /Unexpected token '(.+?)'/.exec(message)?.[1];
  const found = token === undefined ? -1 : json.indexOf(token);
  return found < 0 ? `(${message})` : `at character ${found + 1}, near ${JSON.stringify(json.slice(Math.max(0, found - 10), found + 10))}`;
}

/**
 * The input with the handle of the put file: as `file` where the procedure's JSON Schema has such a field, as `source.file` when the source
 * is absent or empty, else as `file`.
 */
export function withFile(input: unknown, handle: string, schema: unknown = {}): unknown {
  const given: Readonly<Record<string, unknown>> = isRecord(input) ? input : {};
  const { source = {} } = given;
  const takesFile = isRecord(schema) && isRecord(schema['properties']) && Object.hasOwn(schema['properties'], 'file');
  const isNoSource = isRecord(source) && Object.keys(source).length === 0;
  return isNoSource && !takesFile ? { ...given, source: { file: handle } } : { ...given, file: handle };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
