/**
 * Base units for a time to come by what was used in a time past: used / past days * growth * days, rounded up; reckoned in integers. For seasons
 * (flu vaccine, allergy), the time past is the same quarter of last year. Source: Odoo documentation, purchase "Suggest"; supplies reference 3.3.
 * @param used base units. @param growthPercent 100 for as much as then, 120 for a fifth more.
 * @throws RangeError when days or growth are no whole numbers above 0.
 */
export function quantityForDays(used: number, pastDays: number, days: number, growthPercent = 100): number {
  if (![pastDays, days, growthPercent].every((one) => Number.isSafeInteger(one) && one > 0) || !Number.isSafeInteger(used))
    throw new RangeError('Days and growth are whole numbers above 0.');
  return Math.max(0, Math.ceil((used * growthPercent * days) / (pastDays * 100)));
}
