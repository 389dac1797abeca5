import { z } from 'zod';
import { id } from '../../../preload/contract/shared/primitives.ts';
import {
  archiveRow,
  clockFormats,
  orderInput,
  saveClosure,
  saveLocation,
  savePosition,
  savePractice,
  setUpInput,
} from '../../../preload/contract/practice/practice.ts';
import { everyone, managers, procedureFor, router } from '../../kernel/trpc.ts';
import { formatOpeningHours, parseOpeningHours } from './domain/opening-hours.ts';
import * as service from './practice.service.ts';
import { previewSetUp, readStaffFile, setUpPractice } from './set-up.service.ts';

const write = () => procedureFor({ access: managers, topics: ['practice', 'rostering'] });

/** The practice's name, places, jobs, hours and closed days. */
export const practiceRouter = router({
  get: procedureFor({ access: everyone, topics: ['practice'] }).query(({ ctx }) => service.getPractice(ctx)),
  setUp: procedureFor({ access: managers, topics: ['practice', 'people', 'rostering'] })
    .input(setUpInput)
    .mutation(({ ctx, input }) => setUpPractice(ctx, input)),
  /** A list in a file (CSV, XLSX) as the text that would be pasted. */
  readStaff: procedureFor({ access: managers, topics: [] })
    .input(z.strictObject({ file: id }))
    .query(({ ctx, input }) => readStaffFile(ctx, input.file)),
  /** What set-up would make of the answers so far. */
  setUpPreview: procedureFor({ access: managers, topics: [] })
    .input(setUpInput)
    .query(({ ctx, input }) => previewSetUp(ctx, input)),
  save: write()
    .input(savePractice)
    .mutation(({ ctx, input }) => service.savePractice(ctx, input.seen, input.practice)),
  hours: router({
    /** Reads opening hours as people write them; `ok` false comes with a sentence that says what to write. */
    read: procedureFor({ access: everyone, topics: [] })
      .input(z.strictObject({ text: z.string().max(300), clock: z.enum(clockFormats).default('12') }))
      .query(({ input }) => {
        const read = parseOpeningHours(input.text);
        return read.ok
          ? { ok: true, openingHours: [...read.hours], text: formatOpeningHours(read.hours, input.clock), message: '' }
          : { ok: false, openingHours: [], text: '', message: read.message };
      }),
  }),
  location: router({
    save: write()
      .input(saveLocation)
      .mutation(({ ctx, input }) => service.saveLocation(ctx, input)),
    archive: write()
      .input(archiveRow)
      .mutation(({ ctx, input }) => service.archiveLocation(ctx, input.seen)),
    order: write()
      .input(orderInput)
      .mutation(({ ctx, input }) => service.orderRows(ctx, 'locations', input.ids)),
  }),
  position: router({
    save: write()
      .input(savePosition)
      .mutation(({ ctx, input }) => service.savePosition(ctx, input)),
    archive: write()
      .input(archiveRow)
      .mutation(({ ctx, input }) => service.archivePosition(ctx, input.seen)),
    order: write()
      .input(orderInput)
      .mutation(({ ctx, input }) => service.orderRows(ctx, 'positions', input.ids)),
  }),
  closure: router({
    save: write()
      .input(saveClosure)
      .mutation(({ ctx, input }) => service.saveClosure(ctx, input)),
    archive: write()
      .input(archiveRow)
      .mutation(({ ctx, input }) => service.archiveClosure(ctx, input.seen)),
  }),
});
