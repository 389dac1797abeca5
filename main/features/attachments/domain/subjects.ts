import { subjectKinds, type SubjectKind } from '../../../../preload/contract/attachments/attachments.ts';
import type { Role } from '../../../../preload/contract/system/system.ts';

interface SubjectRights {
  /** Who may see, open and copy its files. */
  readonly see: readonly Role[];
  /** Who may add and remove them. */
  readonly change: readonly Role[];
}

/** Who may do what with the files of each thing. Another thing that takes files is one line here and in the contract. */
export const subjectRights: Readonly<Record<SubjectKind, SubjectRights>> = {
  // Contracts, certificates and letters: for those who answer for pay.
  person: { see: ['owner', 'manager'], change: ['owner', 'manager'] },
};

/** Everyone who may do it with the files of anything: what the procedure itself asks before the thing is known. */
export function anyoneWhoMay(right: keyof SubjectRights): readonly Role[] {
  return [...new Set(subjectKinds.flatMap((kind) => subjectRights[kind][right]))];
}

export const isSubjectKind = (text: string): text is SubjectKind => subjectKinds.some((kind) => kind === text);
