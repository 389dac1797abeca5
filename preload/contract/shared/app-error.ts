import type { ErrorCode, ErrorShape } from './errors.ts';

/** A refusal as an exception: a stable code and a plain sentence that says what to do next. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly fields: Readonly<Record<string, string>> | undefined;
  readonly rule: string | undefined;
  readonly waitSeconds: number | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    detail: { fields?: Readonly<Record<string, string>>; rule?: string; waitSeconds?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: detail.cause });
    this.name = 'AppError';
    this.code = code;
    this.fields = detail.fields;
    this.rule = detail.rule;
    this.waitSeconds = detail.waitSeconds;
  }

  /** What crosses the border. */
  toShape(): ErrorShape {
    return {
      code: this.code,
      message: this.message,
      ...(this.fields ? { fields: this.fields } : {}),
      ...(this.rule ? { rule: this.rule } : {}),
      ...(this.waitSeconds === undefined ? {} : { waitSeconds: this.waitSeconds }),
    };
  }
}
