import type { Severity } from '../../../../preload/contract/rostering/week-view.ts';
import type { Id, LocalDate } from '../../../../preload/contract/shared/primitives.ts';
import type { RosterState } from './roster-facts.ts';

/** What a rule says about one cell, in a plain sentence: a bold subject and the rest. */
export interface Finding {
  /** Stable while it is the same finding. */
  readonly key: string;
  readonly cell: { readonly personId: Id | null; readonly positionId: Id | null; readonly on: LocalDate };
  readonly subject: string;
  readonly text: string;
}

/** A rule is a value: its id names the failure, the sentence on the screen and the test. */
export interface RosterRule {
  readonly id: string;
  readonly severity: Severity;
  /** Stands in the cell. */
  readonly letter: string;
  readonly check: (state: RosterState) => readonly Finding[];
}
