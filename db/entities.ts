import { Attachment, AttachmentLink, AttachmentSecret } from './attachments/attachment.entity.ts';
import { AuditEntry } from './audit/audit-entry.entity.ts';
import { Account, AccountSecret, PracticeSecret } from './accounts/account.entity.ts';
import { CapturedNote } from './capture/captured-note.entity.ts';
import { ChangeLogRow, ChangeSet, CurrentChangeSet, Device, DeviceSecret } from './change-log/change-log.entity.ts';
import { PayRate, Person, PersonPositionRow } from './people/person.entity.ts';
import { Closure, Location, OpeningHoursRow } from './practice/location.entity.ts';
import { Position } from './practice/position.entity.ts';
import { Practice } from './practice/practice.entity.ts';
import { CoverageRequirement } from './rostering/coverage-requirement.entity.ts';
import { SchedulePublication, WeekNote } from './rostering/schedule-publication.entity.ts';
import { Shift, TimeOff, UnreadEntry } from './rostering/shift.entity.ts';
import { suppliesEntities } from './supplies/supplies.entities.ts';

/** Every table of the database. */
export const entities = [
  Device,
  DeviceSecret,
  ChangeSet,
  ChangeLogRow,
  CurrentChangeSet,
  AuditEntry,
  Practice,
  Location,
  OpeningHoursRow,
  Closure,
  Position,
  Person,
  PersonPositionRow,
  PayRate,
  Shift,
  TimeOff,
  UnreadEntry,
  CoverageRequirement,
  SchedulePublication,
  WeekNote,
  Attachment,
  AttachmentSecret,
  AttachmentLink,
  CapturedNote,
  Account,
  AccountSecret,
  PracticeSecret,
  ...suppliesEntities,
];
