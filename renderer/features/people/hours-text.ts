const mostMinutes = 1440;

/**
 * Hours as people type them, as minutes: "8", "7.5", "7,5", "7:30", "7h30", "30m"; nothing is 0.
 * Answers null for what cannot be read or is more than a day.
 */
export function readHours(text: string): number | null {
  const typed = text.trim().toLowerCase();
  if (typed === '' || typed === '-' || typed === 'off') return 0;
  const clock = /^(\d{1,2})\s*[:h]\s*([0-5]?\d)\s*m?$/.exec(typed);
  const plain = /^(\d{1,2}(?:[.,]\d{1,2})?|[.,]\d{1,2})\s*h?$/.exec(typed);
  const minutesOnly = /^(\d{1,4})\s*m(?:in)?$/.exec(typed);
  const minutes = clock
    ? Number(clock[1]) * 60 + Number(clock[2])
    : plain
      ? Math.round(Number(plain[1]?.replace(',', '.')) * 60)
      : minutesOnly
        ? Number(minutesOnly[1])
        : null;
  return minutes === null || minutes > mostMinutes ? null : minutes;
}

/** Minutes as hours that read back as the same minutes: 480 is "8", 450 "7.5", 475 "7:55". Nothing for 0. */
export function hoursText(minutes: number): string {
  if (minutes === 0) return '';
  const hundredths = (minutes / 60) * 100;
  return Number.isInteger(hundredths) ? String(hundredths / 100) : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** A week's minutes as a list shows them: "40 h"; nothing for 0. */
export function weeklyHoursText(minutes: number): string {
  return minutes === 0 ? '' : `${hoursText(minutes)} h`;
}
