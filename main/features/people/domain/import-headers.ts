import type { ImportField } from '../../../../preload/contract/people/people.ts';

/**
 * The words staff lists use for their columns, as patterns over a heading in lower case without punctuation. Fields are in order: the first
 * that matches a heading takes the column.
 */
export const headerPatterns: readonly (readonly [ImportField, RegExp])[] = [
  ['familyName', /^(?:last|last name|lastname|surname|family name|lname|l name|employee last name)$/],
  ['givenName', /^(?:first|first name|firstname|given name|given names|forename|fname|f name|legal first name|employee first name)$/],
  ['nickname', /^(?:nickname|nick name|goes by|preferred name|preferred first name|preferred|known as|called|aka|alias)$/],
  [
    'name',
    /^(?:name|names|full name|employee|employees|employee name|staff|staff name|staff member|team member|person|worker|worker name|associate|provider name|who)$/,
  ],
  [
    'otherPositions',
    /^(?:other positions?|other jobs?|also|also works|can cover|cross trained?|cross training|secondary (?:position|job|role)|backup(?: position)?|covers?|second job)$/,
  ],
  [
    'employmentClass',
    /^(?:type|status|class|employment (?:type|class|status)|employee (?:type|status)|emp (?:type|status)|ft pt|pt ft|full part time|ft pt prn|work status|category)$/,
  ],
  [
    'position',
    /^(?:job|jobs|job title|title|role|roles|position|positions|primary position|job position|dept|department|team|group|job description|job code|function|occupation|designation)$/,
  ],
  [
    'phone',
    /^(?:phone|cell|mobile|tel|telephone|phone number|phone no|cell phone|cell number|mobile phone|mobile number|home phone|contact|contact number|phone cell|best phone)$/,
  ],
  [
    'payFrom',
    /^(?:pay from|rate from|pay effective|rate effective|effective|effective date|pay effective date|rate effective date|pay date|rate date|last raise)$/,
  ],
  [
    'activeTo',
    /^(?:term|term date|termination|termination date|terminated|end|end date|last day|separation date|leave date|left|until|to|active to|date of termination)$/,
  ],
  [
    'activeFrom',
    /^(?:hire|hired|hire date|date hired|date of hire|doh|start|start date|started|employment date|since|from|active from|original hire date|employed since|seniority date|joined)$/,
  ],
  [
    'payRate',
    /^(?:rate|pay|pay rate|hourly|hourly rate|hourly pay|wage|wages|hr|\$|\$ hr|\$ hour|rate hr|pay hr|base rate|base pay|compensation|current rate|rate of pay|salary|rate per hour|pay per hour)$/,
  ],
  [
    'exempt',
    /^(?:exempt|salaried|flsa|flsa status|exempt status|exempt non exempt|exempt nonexempt|ot exempt|overtime exempt|salary hourly|pay type)$/,
  ],
  ['location', /^(?:location|locations|site|sites|office|clinic|branch|facility|home location|home office|building|work location|place)$/],
  [
    'weeklyHours',
    /^(?:hours|hrs|hours week|hrs week|hours wk|hrs wk|hours per week|hrs per week|weekly hours|weekly hrs|contract hours|contract|contracted hours|scheduled hours|standard hours|std hours|std hrs|fte|hours a week|h week|total hours)$/,
  ],
  ['mondayHours', /^(?:m|mo|mon|monday)(?: (?:hours|hrs|h))?$/],
  ['tuesdayHours', /^(?:tu|tue|tues|tuesday)(?: (?:hours|hrs|h))?$/],
  ['wednesdayHours', /^(?:w|we|wed|wednesday)(?: (?:hours|hrs|h))?$/],
  ['thursdayHours', /^(?:th|thu|thur|thurs|thursday)(?: (?:hours|hrs|h))?$/],
  ['fridayHours', /^(?:f|fr|fri|friday)(?: (?:hours|hrs|h))?$/],
  ['saturdayHours', /^(?:sa|sat|saturday)(?: (?:hours|hrs|h))?$/],
  ['sundayHours', /^(?:su|sun|sunday)(?: (?:hours|hrs|h))?$/],
];

/** A heading in lower case, its punctuation and anything in parentheses left out: "Hours / Week (contract)" is "hours week". */
export const normaliseHeader = (header: string): string => {
  const plain = header
    .toLowerCase()
    .replace(/\([^()]*\)/g, ' ')
    .replace(/[^a-z0-9$]+/g, ' ')
    .trim();
  return plain === '' ? header.toLowerCase().replace(/[()]/g, '').trim() : plain;
};

/** The field a heading names, or undefined. */
export function fieldOfHeader(header: string): ImportField | undefined {
  const plain = normaliseHeader(header);
  return plain === '' ? undefined : headerPatterns.find(([, words]) => words.test(plain))?.[0];
}

/** Whether a heading speaks of a share of full time and not of hours. */
export const isFullTimeShare = (header: string): boolean => /\bfte\b/i.test(header);
