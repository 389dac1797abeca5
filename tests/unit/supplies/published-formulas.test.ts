import { describe, expect, it } from 'vitest';
import { poisson } from '../../../main/features/supplies/domain/poisson.ts';
import { probabilityOf, smallestCovering } from '../../../main/features/supplies/domain/count-distribution.ts';
import { demandShape } from '../../../main/features/supplies/domain/demand-class.ts';
import { economicOrder, economicOrderWithBreaks } from '../../../main/features/supplies/domain/eoq.ts';
import { croston, shaleBoylanJohnston, syntetosBoylan, teunterSyntetosBabai } from '../../../main/features/supplies/domain/forecast.ts';
import { jointReplenishment } from '../../../main/features/supplies/domain/joint-replenishment.ts';
import { normalQuantile } from '../../../main/features/supplies/domain/normal.ts';
import { coveringStock, safetyStock } from '../../../main/features/supplies/domain/safety-stock.ts';

/** Answers printed in textbooks and in the tests of other programs; the figures only, each with where it stands. */

describe('reorder points', () => {
  it.each([
    // Stevenson, Operations Management 14e, chapter 12, example 8: demand over the lead time is given.
    ['demand over the lead time', { mean: 50, deviation: 5, lead: 1, leadDeviation: 0 }, 1.88, 59.4],
    // Stevenson 14e, chapter 12, solved problem (bottles).
    ['a lead time that varies', { mean: 600, deviation: 0, lead: 6, leadDeviation: 2 }, 1.28, 5136],
    // Stevenson 14e, chapter 12, solved problem (glasses): printed as 334.
    ['both vary', { mean: 25, deviation: 3, lead: 10, leadDeviation: 2 }, 1.65, 333.9718702899965],
    // Heizer & Render, chapter 12, solved problem (surgery packs): printed as 514.
    ['surgery packs', { mean: 60, deviation: 0, lead: 6, leadDeviation: 2 }, 1.28, 513.6],
    // Inputs of CRAN SCperf man/ROP.Rd, with the exact quantile.
    ['a service level', { mean: 2500, deviation: 500, lead: 6, leadDeviation: 0 }, normalQuantile(0.9), 16569.573707324613],
    // stockpyl r_q_eoqss_approximation = Snyder & Shen 2e, example 5.5: the level is p / (p + h).
    ['a price of shortage', { mean: 1300, deviation: 150, lead: 1 / 12, leadDeviation: 0 }, normalQuantile(7.5 / 7.725), 190.3369965715624],
  ])('%s', (_, usage, z, answer) => expect(coveringStock(usage, z)).toBeCloseTo(answer, 6));

  it('safety stock alone', () => {
    // Stevenson example 8, and the inputs of CRAN SCperf man/SS.Rd with the exact quantile.
    expect(safetyStock({ mean: 50, deviation: 5, lead: 1, leadDeviation: 0 }, 1.88)).toBeCloseTo(9.4, 10);
    expect(safetyStock({ mean: 0, deviation: 0.7, lead: 2, leadDeviation: 0 }, normalQuantile(0.95))).toBeCloseTo(1.6283220151473425, 10);
  });
});

describe('a fixed order interval', () => {
  it('Stevenson 14e, chapter 12, example 10: printed as 220', () => {
    expect(coveringStock({ mean: 30, deviation: 3, lead: 2, leadDeviation: 0 }, 2.33, 7) - 71).toBeCloseTo(219.97, 10);
  });
  it('Stevenson 14e, chapter 12, solved problem (lab chemicals), from the printed inputs', () => {
    const chemical = { mean: 15.2, deviation: 1.6, lead: 5, leadDeviation: 0 };
    expect(safetyStock(chemical, 1.65, 30)).toBeCloseTo(15.618450627382988, 10);
    expect(coveringStock(chemical, 1.65, 30) - 275).toBeCloseTo(272.618450627383, 8);
  });
  it('the periodic question that two homework sites answer with 479 and 1,400', () => {
    // 60 * 15 + 1.96 * sqrt(15 * 2^2 + 60^2 * 0.5^2) - 480
    expect(coveringStock({ mean: 60, deviation: 2, lead: 5, leadDeviation: 0.5 }, 1.96, 10) - 480).toBeCloseTo(480.73, 2);
  });
});

describe('economic order quantity', () => {
  it('stockpyl economic_order_quantity = Snyder & Shen 2e, example 3.1', () => {
    const answer = economicOrder(8, 1300, 0.225);
    expect(answer.quantity).toBeCloseTo(304.0467800264368, 10);
    expect(answer.yearlyCents).toBeCloseTo(68.41052550594829, 10);
  });
  it('CRAN SCperf man/EOQ.Rd (Hillier & Lieberman 2001), printed as 25,298 and 7,589.5', () => {
    const answer = economicOrder(12_000, 8000, 0.3);
    expect(Math.round(answer.quantity)).toBe(25_298);
    expect(answer.yearlyCents).toBeCloseTo(7589.5, 1);
  });
  it('with breaks for all units: stockpyl economic_order_quantity_with_all_units_discounts', () => {
    const bands = [
      { fromQuantity: 0, unitCents: 500 },
      { fromQuantity: 200, unitCents: 475 },
      { fromQuantity: 500, unitCents: 450 },
    ];
    const answer = economicOrderWithBreaks(200, 1000, 0.2, bands);
    expect(answer).toMatchObject({ quantity: 500, band: 2 });
    expect(answer.yearlyCents).toBeCloseTo(472_900, 8);
  });
});

describe('joint replenishment', () => {
  it('Silver 1976, Management Science 22(12): stockpyl test_silver', () => {
    const demands = [1736, 656, 558, 170, 142];
    const lines = [1.87, 5.27, 7.94, 8.19, 8.87];
    const plan = jointReplenishment(
      10,
      demands.map((yearlyDemand, index) => ({ yearlyDemand, lineCents: lines[index] ?? 0, holdingCents: 0.2 })),
    );
    expect(plan.everyNth).toEqual([1, 1, 1, 3, 3]);
    expect(plan.intervalYears).toBeCloseTo(0.2813771490671472, 12);
    expect(plan.yearlyCents).toBeCloseTo(218.68632025498687, 9);
    const quantities = [488.4707307805676, 184.58340978804858, 157.00844917946816, 143.50234602424507, 119.8666655026047];
    for (const [index, quantity] of quantities.entries()) expect(plan.quantities[index]).toBeCloseTo(quantity, 9);
  });
  it('Silver, Pyke & Peterson 1998, p. 428: stockpyl test_spp', () => {
    const plan = jointReplenishment(
      40,
      [86_000, 12_500, 1400, 3000].map((yearlyDemand) => ({ yearlyDemand, lineCents: 15, holdingCents: 0.24 })),
    );
    expect(plan.everyNth).toEqual([1, 1, 4, 3]);
    expect(plan.intervalYears).toBeCloseTo(0.07617340262784976, 12);
    const quantities = [6550.912625995079, 952.1675328481219, 426.57105471595867, 685.5606236506478];
    for (const [index, quantity] of quantities.entries()) expect(plan.quantities[index]).toBeCloseTo(quantity, 8);
  });
});

const expected = (mean: number, cost: (demand: number) => number): number => {
  const demand = poisson(mean);
  let sum = 0;
  for (let count = 0; count < 80; count++) sum += probabilityOf(demand, count) * cost(count);
  return sum;
};
const holdingAndShortage = (mean: number, level: number, h: number, p: number): number =>
  expected(mean, (demand) => h * Math.max(0, level - demand) + p * Math.max(0, demand - level));

/** Cost per period of (s,S) under Poisson(6), h 1, p 4, K 5, by renewal: visits of each position between two orders, from S down to above s. */
const costOfMinMax = (s: number, S: number): number => {
  const again = 1 / (1 - probabilityOf(poisson(6), 0));
  const visits = new Map([[S, again]]);
  for (let at = S - 1; at > s; at--) {
    let sum = 0;
    for (let from = at + 1; from <= S; from++) sum += (visits.get(from) ?? 0) * probabilityOf(poisson(6), from - at);
    visits.set(at, sum * again);
  }
  let time = 0;
  let total = 5;
  for (const [at, count] of visits) {
    time += count;
    total += count * holdingAndShortage(6, at, 1, 4);
  }
  return total / time;
};

/** Cost per year of (r,Q) under Poisson demand of 1.5 a year, lead time 2 years, h 20, p 150, K 100. */
const costOfFixedOrder = (r: number, Q: number): number => {
  let sum = 100 * 1.5;
  for (let at = r + 1; at <= r + Q; at++) sum += holdingAndShortage(1.5 * 2, at, 20, 150);
  return sum / Q;
};

describe('policies of Poisson demand', () => {
  it('base stock: stockpyl newsvendor_discrete = Snyder & Shen 2e, example 4.7', () => {
    expect(smallestCovering(poisson(6), 0.8)).toBe(8);
    expect(holdingAndShortage(6, 8, 1, 4)).toBeCloseTo(3.5701069457709416, 10);
  });
  it('(s,S) exact: stockpyl s_s_discrete_exact (Zheng & Federgruen 1991); its (4, 10) costs 8.0341 by our Poisson, and no neighbour less', () => {
    expect(costOfMinMax(4, 10)).toBeCloseTo(8.034111561471642, 9);
    for (const [s, S] of [
      [3, 10],
      [5, 10],
      [4, 9],
      [4, 11],
    ] as const)
      expect(costOfMinMax(s, S)).toBeGreaterThan(8.0341);
  });
  it('(r,Q) exact: stockpyl r_q_poisson_exact; its (3, 5) costs 107.92 by our Poisson, and no neighbour less', () => {
    expect(costOfFixedOrder(3, 5)).toBeCloseTo(107.92358063314975, 9);
    for (const [r, Q] of [
      [2, 5],
      [4, 5],
      [3, 4],
      [3, 6],
    ] as const)
      expect(costOfFixedOrder(r, Q)).toBeGreaterThan(107.9236);
  });
});

describe('usage now and then', () => {
  // fpp2::productC, Forecasting: Principles and Practice 2e, section 12.2, by the recursions of CRAN forecast and tsintermittent.
  const productC = [0, 2, 0, 1, 0, 11, 0, 0, 0, 0, 2, 0, 6, 3, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0, 3, 1, 0, 0, 1, 0, 1, 0, 0];
  it('Croston and its corrections', () => {
    const { size, interval, rate } = croston(productC);
    expect(size).toBeCloseTo(2.7502538401, 9);
    expect(interval).toBeCloseTo(2.79328007, 9);
    expect(rate).toBeCloseTo(0.9845965213577743, 12);
    expect(syntetosBoylan(productC)).toBeCloseTo(0.9353666952898856, 12);
    expect(shaleBoylanJohnston(productC)).toBeCloseTo(0.9327756518126283, 12);
    expect(teunterSyntetosBabai(productC)).toBeCloseTo(0.8251005032144557, 12);
  });
  it('is lumpy by its interval and its sizes', () => {
    const shape = demandShape(productC);
    expect(shape.class).toBe('lumpy');
    expect(shape.interval).toBeCloseTo(3.272727272727273, 12);
    expect(shape.sizeVariation).toBeCloseTo(0.7977839335180056, 12);
  });
});
