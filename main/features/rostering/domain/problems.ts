import type { Severity } from '../../../../preload/contract/rostering/week-view.ts';
import type { Finding, RosterRule } from './finding.ts';
import type { RosterState } from './roster-facts.ts';
import { closedDay, doubleBooking, employmentDates, timeOffShift, unreadText } from './roster-rules/cell-rules.ts';
import { contractOver, coverageMinimum, overtimeWeekly } from './roster-rules/week-rules.ts';

/** Every rule of the schedule. */
export const rosterRules: readonly RosterRule[] = [
  coverageMinimum,
  doubleBooking,
  timeOffShift,
  employmentDates,
  overtimeWeekly,
  contractOver,
  closedDay,
  unreadText,
];

export interface RuleFinding extends Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly letter: string;
}

/** All findings: what must be fixed first, then by day. */
export function findProblems(state: RosterState, rules: readonly RosterRule[] = rosterRules): RuleFinding[] {
  const findings = rules.flatMap((rule) =>
    rule
      .check(state)
      .map((finding) => ({ ...finding, key: `${rule.id}/${finding.key}`, rule: rule.id, severity: rule.severity, letter: rule.letter })),
  );
  const rank = (finding: RuleFinding) => (finding.severity === 'must_fix' ? 0 : 1);
  return findings.toSorted((one, other) => rank(one) - rank(other) || one.cell.on.localeCompare(other.cell.on));
}
