/** A length in points of paper. The sheet is laid out larger and scaled down (`--pt` is one point), as browsers round lines to whole pixels. */
export const pt = (points: number): string => `calc(${Math.round(points * 1000) / 1000} * var(--pt))`;
