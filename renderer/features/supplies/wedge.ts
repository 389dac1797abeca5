/** How a barcode scanner that types like a keyboard is told from a person. */
export interface WedgeSettings {
  /** What the scanner is set up to type before each code; empty for nothing. With it, nothing else counts as a scan. */
  readonly prefix: string;
  /** What it types after each code, before Enter or Tab; empty for nothing. With it, a pause ends a code too. */
  readonly suffix: string;
  /** Longest time from one character to the next, in milliseconds. No hand is this fast four times running. */
  readonly gapMs: number;
  /** Shortest code, without prefix and suffix. */
  readonly shortest: number;
  /** For a scanner that sends neither Enter nor Tab: a pause ends a code. */
  readonly endsByPause: boolean;
}

export const usualWedge: WedgeSettings = { prefix: '', suffix: '', gapMs: 30, shortest: 4, endsByPause: false };

/** What of a `keydown` matters here. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  /** The key is held down. */
  readonly repeat: boolean;
  /** The event's `timeStamp`: when the key was pressed, however busy the page was. */
  readonly timeStamp: number;
}

/** The characters that came so fast one after the other that they may be a scan. */
export interface WedgeState {
  /** With the group separator as U+001D. */
  readonly text: string;
  /** Those of them that went on to the field with the focus. */
  readonly passed: string;
  readonly lastMs: number;
}

export const noKeys: WedgeState = { text: '', passed: '', lastMs: Number.NEGATIVE_INFINITY };

export type WedgeAnswer =
  /** A person typed this: do as always. */
  | { readonly kind: 'typing'; readonly state: WedgeState }
  /** It may be part of a scan. It goes on to the field; what acts on a single key waits until `untilMs` and asks `settle`. */
  | { readonly kind: 'undecided'; readonly state: WedgeState; readonly untilMs: number }
  /** A whole code, without prefix and suffix. The key that ended it goes no further, and `passed` is taken back out of the field. */
  | { readonly kind: 'scan'; readonly state: WedgeState; readonly text: string; readonly passed: string };

const groupSeparator = '\u001d';
/** Some scanners are slow with the key at the end. No person ends a burst as fast as a scanner's within this, in milliseconds. */
const endGapMs = 250;
const modifiers = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'NumLock']);

/** AltGr comes as Ctrl and Alt together. */
const withCtrl = (press: KeyPress): boolean => press.ctrlKey && !press.altKey && !press.metaKey;

const isEnd = (press: KeyPress): boolean =>
  press.key === 'Enter' || press.key === 'Tab' || (withCtrl(press) && (press.key === 'j' || press.key === 'm'));

/** The character of a press, if it makes one: Ctrl+] is how the group separator is typed. */
function characterOf(press: KeyPress): string | undefined {
  if (press.key === groupSeparator || (withCtrl(press) && press.key === ']')) return groupSeparator;
  const isPlain = press.ctrlKey === press.altKey && !press.metaKey;
  return isPlain && [...press.key].length === 1 ? press.key : undefined;
}

const typing: WedgeAnswer = { kind: 'typing', state: noKeys };

/**
 * Takes one press and says whether a person or a scanner made it. Nothing is held back while that is open: characters reach the field, and
 * only those of a whole code are taken out again (`takeBack`), so that what a person types is never lost.
 */
export function pressKey(state: WedgeState, press: KeyPress, settings: WedgeSettings): WedgeAnswer {
  if (modifiers.has(press.key)) return { kind: 'typing', state };
  if (press.repeat) return typing;
  if (isEnd(press)) return press.timeStamp - state.lastMs <= endGapMs ? finish(state, settings) : typing;
  const character = characterOf(press);
  if (character === undefined) return typing;
  const before = press.timeStamp - state.lastMs < settings.gapMs ? state : noKeys;
  const next: WedgeState = {
    text: before.text + character,
    passed: before.passed + (character === groupSeparator ? '' : character),
    lastMs: press.timeStamp,
  };
  if (!beginsRight(next.text, settings.prefix)) return typing;
  return { kind: 'undecided', state: next, untilMs: press.timeStamp + settings.gapMs };
}

const beginsRight = (text: string, prefix: string): boolean =>
  text.length < prefix.length ? prefix.startsWith(text) : text.startsWith(prefix);

/** When nothing more has come until `untilMs`: a scan that a pause ends, or what a person typed. */
export function settle(state: WedgeState, nowMs: number, settings: WedgeSettings): WedgeAnswer {
  if (nowMs - state.lastMs < settings.gapMs) return { kind: 'undecided', state, untilMs: state.lastMs + settings.gapMs };
  if (settings.endsByPause || settings.suffix !== '') return finish(state, settings);
  return { kind: 'typing', state };
}

function finish({ text, passed }: WedgeState, { prefix, suffix, shortest }: WedgeSettings): WedgeAnswer {
  const isWhole = text.startsWith(prefix) && text.endsWith(suffix) && text.length >= prefix.length + suffix.length + shortest;
  if (!isWhole) return typing;
  return { kind: 'scan', state: noKeys, text: text.slice(prefix.length, text.length - suffix.length), passed };
}

/** A field's text and caret without the characters of a scan before the caret. Unchanged when they are not there. */
export function takeBack(value: string, caret: number, passed: string): { readonly value: string; readonly caret: number } {
  const start = caret - passed.length;
  if (start < 0 || value.slice(start, caret) !== passed) return { value, caret };
  return { value: value.slice(0, start) + value.slice(caret), caret: start };
}
