import type { z } from 'zod';
import type { vendorGiven } from '../../preload/contract/supplies/catalogue.ts';
import type { ServiceClass, StorageClass } from '../../preload/contract/supplies/choices.ts';

/** The demonstration practice's vendors, with invented account numbers. */
export const demonstrationVendors: readonly z.input<typeof vendorGiven>[] = [
  {
    name: 'McKesson',
    accountNumber: '40-118822',
    phone: '555-0161',
    orderWeekdays: [1, 4],
    orderByMinute: 960,
    leadTimeDays: 2,
    freeFreightCents: 50_000,
    freightFeeCents: 1295,
  },
  {
    name: 'Henry Schein',
    accountNumber: 'HS 77410',
    phone: '555-0162',
    orderByMinute: 1020,
    leadTimeDays: 1,
    freeFreightCents: 25_000,
    freightFeeCents: 995,
  },
  {
    name: 'Medline',
    accountNumber: '1290335',
    phone: '555-0163',
    orderWeekdays: [1],
    leadTimeDays: 2,
    minimumOrderCents: 15_000,
    minimumPolicy: 'strict',
  },
  { name: 'Staples', accountNumber: 'B-20914', phone: '555-0164', leadTimeDays: 1, freeFreightCents: 3500, freightFeeCents: 999 },
];

export const demonstrationCategories = [
  { name: 'Exam room', glAccount: '5210' },
  { name: 'Needles and sharps', glAccount: '5210' },
  { name: 'Wound care', glAccount: '5210' },
  { name: 'Laboratory', glAccount: '5230' },
  { name: 'Drugs and vaccines', glAccount: '5110' },
  { name: 'Cleaning', glAccount: '6240' },
  { name: 'Office', glAccount: '6100' },
] as const;

/** A way to buy an item: vendor, their number, packs as `CODE units`, and cents for the largest of them. */
export type DemonstrationOffer = readonly [vendor: string, number: string, packs: string, cents: number];

export interface DemonstrationItem {
  readonly name: string;
  readonly code: string;
  readonly baseUnit: string;
  readonly category: (typeof demonstrationCategories)[number]['name'];
  readonly service?: ServiceClass;
  readonly storage?: StorageClass;
  /** Lot and expiry are asked for on receipt. */
  readonly dated?: true;
  readonly controlled?: true;
  readonly offers: readonly DemonstrationOffer[];
}

/** What a family practice keeps; the numbers of vendors are invented, the prices are of the size one pays. */
export const demonstrationItems: readonly DemonstrationItem[] = [
  {
    name: 'Exam gloves nitrile M',
    code: 'GLV-M',
    baseUnit: 'box',
    category: 'Exam room',
    service: 'vital',
    offers: [
      ['McKesson', '1042-M', 'BX 1, CS 10', 7850],
      ['Henry Schein', '570-2201', 'BX 1', 835],
      ['Medline', 'MDS192M', 'CS 10', 8100],
      ['Staples', '2431', 'BX 1', 1149],
    ],
  },
  {
    name: 'Exam gloves nitrile S',
    code: 'GLV-S',
    baseUnit: 'box',
    category: 'Exam room',
    service: 'vital',
    offers: [
      ['McKesson', '1042-S', 'BX 1, CS 10', 7850],
      ['Henry Schein', '570-2200', 'BX 1', 835],
    ],
  },
  {
    name: 'Exam gloves nitrile L',
    code: 'GLV-L',
    baseUnit: 'box',
    category: 'Exam room',
    service: 'vital',
    offers: [
      ['McKesson', '1042-L', 'BX 1, CS 10', 7850],
      ['Medline', 'MDS192L', 'CS 10', 8100],
    ],
  },
  {
    name: 'Table paper, smooth 21 in',
    code: 'TBL-21',
    baseUnit: 'roll',
    category: 'Exam room',
    offers: [
      ['McKesson', '18-807', 'CS 12', 3940],
      ['Medline', 'NON23322', 'CS 12', 3712],
    ],
  },
  { name: 'Patient gowns', code: 'GWN', baseUnit: 'each', category: 'Exam room', offers: [['Medline', 'NON24244', 'CS 50', 2790]] },
  {
    name: 'Tongue depressors',
    code: 'TDP',
    baseUnit: 'each',
    category: 'Exam room',
    service: 'convenience',
    offers: [
      ['McKesson', '24-201', 'BX 100, CS 1000', 2210],
      ['Henry Schein', '900-3352', 'BX 500', 1189],
    ],
  },
  {
    name: 'Cotton tipped applicators, 6 in',
    code: 'CTA-6',
    baseUnit: 'each',
    category: 'Exam room',
    service: 'convenience',
    offers: [['McKesson', '24-106', 'BX 1000', 541]],
  },
  {
    name: 'Otoscope tips, 4 mm',
    code: 'OTO-4',
    baseUnit: 'each',
    category: 'Exam room',
    offers: [['Henry Schein', '129-8834', 'BG 850', 4150]],
  },
  { name: 'Thermometer covers', code: 'THC', baseUnit: 'each', category: 'Exam room', offers: [['McKesson', '30-514', 'BX 500', 1830]] },
  {
    name: 'Surgical masks, ear loop',
    code: 'MSK',
    baseUnit: 'each',
    category: 'Exam room',
    offers: [
      ['McKesson', '91-1100', 'BX 50, CS 500', 3450],
      ['Medline', 'NON27375', 'CS 300', 2980],
    ],
  },
  {
    name: 'Syringes 3 mL 25G',
    code: 'SYR-3',
    baseUnit: 'each',
    category: 'Needles and sharps',
    service: 'vital',
    offers: [
      ['McKesson', '16-S3C', 'BX 100', 1420],
      ['Medline', 'B-D309570', 'BX 100', 1515],
    ],
  },
  {
    name: 'Syringes 1 mL tuberculin 27G',
    code: 'SYR-TB',
    baseUnit: 'each',
    category: 'Needles and sharps',
    offers: [['McKesson', '16-SNT1C', 'BX 100', 1340]],
  },
  {
    name: 'Needles 21G multi-sample',
    code: 'NDL-21',
    baseUnit: 'each',
    category: 'Needles and sharps',
    offers: [['Henry Schein', '987-6411', 'BX 100', 2275]],
  },
  {
    name: 'Butterfly needles 23G',
    code: 'BFN-23',
    baseUnit: 'each',
    category: 'Needles and sharps',
    service: 'vital',
    offers: [
      ['Henry Schein', '987-7023', 'BX 50', 3100],
      ['McKesson', '942-367', 'BX 50, CS 200', 12_640],
    ],
  },
  {
    name: 'Sharps containers 8 qt',
    code: 'SHP-8',
    baseUnit: 'each',
    category: 'Needles and sharps',
    service: 'vital',
    offers: [
      ['McKesson', '047-08', 'EA 1, CS 20', 12_330],
      ['Medline', 'MDS705208', 'EA 1', 710],
    ],
  },
  {
    name: 'Alcohol prep pads',
    code: 'ALC',
    baseUnit: 'each',
    category: 'Wound care',
    service: 'vital',
    offers: [
      ['McKesson', '58-204', 'BX 200', 295],
      ['Medline', 'MDS090735', 'BX 200, CS 3000', 4260],
    ],
  },
  { name: 'Gauze 2 × 2', code: 'GZ-2', baseUnit: 'each', category: 'Wound care', offers: [['Medline', 'NON21222', 'PK 200', 255]] },
  {
    name: 'Gauze 4 × 4',
    code: 'GZ-4',
    baseUnit: 'each',
    category: 'Wound care',
    offers: [
      ['Medline', 'NON21424', 'PK 200', 310],
      ['McKesson', '16-4242', 'PK 200, CS 4000', 7020],
    ],
  },
  { name: 'Bandages, round', code: 'BND-R', baseUnit: 'each', category: 'Wound care', offers: [['McKesson', '16-4809', 'BX 100', 235]] },
  {
    name: 'Bandages, elastic 3 in',
    code: 'BND-E3',
    baseUnit: 'roll',
    category: 'Wound care',
    offers: [['Medline', 'MDS057003', 'BX 10', 1090]],
  },
  { name: 'Paper tape, 1 in', code: 'TAPE-1', baseUnit: 'roll', category: 'Wound care', offers: [['McKesson', '16-47210', 'BX 12', 845]] },
  {
    name: 'Suture removal kits',
    code: 'SUT-R',
    baseUnit: 'kit',
    category: 'Wound care',
    dated: true,
    offers: [['Medline', 'MDS707555', 'CS 50', 5225]],
  },
  {
    name: 'Strep A test kit',
    code: 'STRA',
    baseUnit: 'test',
    category: 'Laboratory',
    service: 'vital',
    dated: true,
    offers: [
      ['McKesson', '181-36025', 'KT 25', 5420],
      ['Henry Schein', '900-7123', 'KT 25', 5895],
    ],
  },
  {
    name: 'Influenza A and B test kit',
    code: 'FLU-T',
    baseUnit: 'test',
    category: 'Laboratory',
    dated: true,
    offers: [['McKesson', '181-36010', 'KT 25', 24_875]],
  },
  {
    name: 'Urine test strips 10',
    code: 'UTS-10',
    baseUnit: 'strip',
    category: 'Laboratory',
    dated: true,
    offers: [
      ['Henry Schein', '900-2411', 'BT 100', 3275],
      ['McKesson', '121-120', 'BT 100', 3390],
    ],
  },
  {
    name: 'Glucose test strips',
    code: 'GLU',
    baseUnit: 'strip',
    category: 'Laboratory',
    dated: true,
    offers: [['McKesson', '06-R3051', 'BT 50', 2130]],
  },
  {
    name: 'A1c cartridges',
    code: 'A1C',
    baseUnit: 'each',
    category: 'Laboratory',
    dated: true,
    storage: 'refrigerated',
    offers: [['Henry Schein', '900-5035', 'BX 10', 8900]],
  },
  {
    name: 'Blood tubes, lavender 4 mL',
    code: 'TUB-L',
    baseUnit: 'each',
    category: 'Laboratory',
    dated: true,
    offers: [['Henry Schein', '987-1861', 'BX 100', 2460]],
  },
  {
    name: 'Blood tubes, gold 5 mL',
    code: 'TUB-G',
    baseUnit: 'each',
    category: 'Laboratory',
    dated: true,
    offers: [['Henry Schein', '987-7986', 'BX 100', 3120]],
  },
  {
    name: 'Specimen cups 4 oz, sterile',
    code: 'CUP-4',
    baseUnit: 'each',
    category: 'Laboratory',
    offers: [['Medline', 'DYND30331', 'CS 100', 2640]],
  },
  { name: 'Lancets', code: 'LAN', baseUnit: 'each', category: 'Laboratory', offers: [['McKesson', '16-2601', 'BX 200', 1575]] },
  {
    name: 'Lidocaine 1 % 20 mL',
    code: 'LID-1',
    baseUnit: 'vial',
    category: 'Drugs and vaccines',
    dated: true,
    offers: [
      ['Henry Schein', '125-4276', 'VL 1', 540],
      ['McKesson', '239-998', 'VL 1, CT 25', 12_975],
    ],
  },
  {
    name: 'Sodium chloride 0.9 % 10 mL flush',
    code: 'SAL-10',
    baseUnit: 'syringe',
    category: 'Drugs and vaccines',
    dated: true,
    offers: [['Medline', 'EMZ111240', 'BX 60', 2985]],
  },
  {
    name: 'Influenza vaccine, prefilled',
    code: 'VAX-FLU',
    baseUnit: 'dose',
    category: 'Drugs and vaccines',
    service: 'vital',
    storage: 'refrigerated',
    dated: true,
    offers: [['Henry Schein', '133-0010', 'CT 10', 21_450]],
  },
  {
    name: 'Tetanus, diphtheria, pertussis vaccine',
    code: 'VAX-TDAP',
    baseUnit: 'dose',
    category: 'Drugs and vaccines',
    service: 'vital',
    storage: 'refrigerated',
    dated: true,
    offers: [['Henry Schein', '133-0022', 'CT 10', 42_160]],
  },
  {
    name: 'Lorazepam 2 mg/mL',
    code: 'CTL-LOR',
    baseUnit: 'vial',
    category: 'Drugs and vaccines',
    storage: 'locked',
    dated: true,
    controlled: true,
    offers: [],
  },
  {
    name: 'Disinfectant wipes',
    code: 'WIPE',
    baseUnit: 'each',
    category: 'Cleaning',
    service: 'vital',
    offers: [
      ['McKesson', '69-150', 'CN 160, CS 1920', 9860],
      ['Medline', 'MIIQ13372', 'CN 160', 865],
    ],
  },
  {
    name: 'Hand sanitizer 18 oz',
    code: 'SAN-18',
    baseUnit: 'bottle',
    category: 'Cleaning',
    offers: [['Medline', 'HHSCF18', 'CS 12', 5810]],
  },
  {
    name: 'Paper towels, folded',
    code: 'TWL',
    baseUnit: 'pack',
    category: 'Cleaning',
    service: 'convenience',
    offers: [['Staples', '24386', 'CS 16', 3299]],
  },
  {
    name: 'Copy paper, letter',
    code: 'PAP-L',
    baseUnit: 'ream',
    category: 'Office',
    service: 'convenience',
    offers: [['Staples', '135848', 'CS 10', 4399]],
  },
  { name: 'Toner 58A black', code: 'TON-58', baseUnit: 'each', category: 'Office', offers: [['Staples', '2435-58', 'EA 1', 11_289]] },
  { name: 'Lab labels', code: 'LBL', baseUnit: 'roll', category: 'Office', offers: [['Staples', '30915', 'RL 1', 1475]] },
];
