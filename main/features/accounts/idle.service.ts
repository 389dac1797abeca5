import type { PracticeFile } from '../../../db/practice-file.ts';
import type { ComputerStore } from '../../kernel/computer-settings.ts';
import { addDays, localDateAt } from '../../kernel/local-date.ts';
import type { Clock } from '../../kernel/ports.ts';
import { holidaysOf } from '../practice/practice.view.ts';
import { idleTimes, isOpenAt, type IdleTimes } from './domain/idle.ts';

export interface IdlePorts {
  readonly practiceFile: PracticeFile;
  readonly computer: ComputerStore;
  readonly clock: Clock;
}

/** When this computer locks and closes the practice as things stand: by its own settings and its location's opening hours. */
export async function idleTimesNow({ practiceFile, computer, clock }: IdlePorts): Promise<IdleTimes> {
  const settings = computer.get();
  if (settings.kind === 'laptop' || !practiceFile.isOpen) return idleTimes(settings, false);
  const instant = clock();
  const isOpen = await practiceFile.unitOfWork.read(async ({ practice }) => {
    const office = await practice.find();
    const locations = await practice.listLocations();
    const location = locations.find(({ id }) => id === settings.locationId) ?? locations[0];
    if (!office || !location) return false;
    const today = localDateAt(instant, location.timeZone);
    return isOpenAt(instant, location.timeZone, {
      locationId: location.id,
      openingHours: await practice.listOpeningHours(),
      closures: (await practice.listClosures(addDays(today, -1), today)).map((row) => ({ ...row, credited: row.credited === 1 })),
      closedOnHolidays: office.closedOnHolidays === 1,
      openHolidays: holidaysOf(office.openHolidays),
    });
  });
  return idleTimes(settings, isOpen);
}
