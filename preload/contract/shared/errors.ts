/** The stable codes of a refusal. Texts may change; codes do not. */
export const errorCodes = ['invalid_input', 'rule_violation', 'not_found', 'conflict', 'forbidden', 'unavailable', 'internal'] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** A refusal as it crosses the border: never a stack, SQL or a path. */
export interface ErrorShape {
  readonly code: ErrorCode;
  /** A plain sentence that says what to do next. */
  readonly message: string;
  /** `invalid_input`: a sentence for each field, by its path in the input (`writes.0.on`). */
  readonly fields?: Readonly<Record<string, string>>;
  /** `rule_violation`: the id of the rule. */
  readonly rule?: string;
  /** `unavailable` after wrong sign-ins: seconds until the next try counts. */
  readonly waitSeconds?: number;
  /** `internal`: the number under which the log keeps the detail. */
  readonly incident?: string;
}
