/** How bad it is to run out: decides how much is kept in reserve. */
export const serviceClasses = ['vital', 'standard', 'convenience'] as const;
export type ServiceClass = (typeof serviceClasses)[number];

/** Where it has to be kept: on a shelf, at 2 to 8 °C, frozen at -50 to -15 °C, locked away. */
export const storageClasses = ['shelf', 'refrigerated', 'frozen', 'locked'] as const;
export type StorageClass = (typeof storageClasses)[number];

/** What a code of an item is. `other` is one that the practice taught by scanning it. */
export const identifierSchemes = ['gtin', 'ndc', 'cvx', 'mvx', 'hibc', 'iccbba', 'unspsc', 'hcpcs', 'other'] as const;
export type IdentifierScheme = (typeof identifierSchemes)[number];

/** What a vendor does with an order below its minimum. */
export const minimumPolicies = ['none', 'surcharge', 'strict'] as const;
export type MinimumPolicy = (typeof minimumPolicies)[number];

/** Where a price comes from. A contract price counts before all others while it holds. */
export const priceKinds = ['list', 'contract', 'quote', 'order', 'invoice'] as const;
export type PriceKind = (typeof priceKinds)[number];

/** What a column mapping was saved for. */
export const profilePurposes = ['catalogue', 'prices', 'counts', 'orderHistory', 'orderExport'] as const;
export type ProfilePurpose = (typeof profilePurposes)[number];

/** Who set a level: a person, a first proposal from a year's purchases, a proposal from usage that a person accepted. */
export const levelOrigins = ['hand', 'purchases', 'usage'] as const;
export type LevelOrigin = (typeof levelOrigins)[number];

/** Who paid for a vaccine: the practice, or a public programme such as Vaccines for Children. */
export const fundings = ['private', 'public'] as const;
export type Funding = (typeof fundings)[number];

export const movementKinds = ['receipt', 'issue', 'transfer', 'count', 'adjustment', 'waste', 'return'] as const;
export type MovementKind = (typeof movementKinds)[number];

/** Why stock moved; from the reason codes of OpenBoxes (`ReasonCode`). */
export const movementReasons = [
  'received',
  'consumed',
  'moved',
  'opening_balance',
  'recounted',
  'expired',
  'damaged',
  'missing',
  'found',
  'stolen',
  'recalled',
  'returned',
  'substitution',
  'borrowed',
  'correction',
  'data_entry_error',
] as const;
export type MovementReason = (typeof movementReasons)[number];

/** What can book a movement. */
export const movementSubjects = ['receipt_line', 'stock_count_line', 'purchase_request', 'vendor_return_line', 'recall'] as const;
export type MovementSubject = (typeof movementSubjects)[number];

export const countStatuses = ['counting', 'review', 'posted', 'cancelled'] as const;
export type CountStatus = (typeof countStatuses)[number];

export const orderStatuses = [
  'draft',
  'awaiting_approval',
  'approved',
  'ordered',
  'partly_received',
  'received',
  'closed',
  'cancelled',
] as const;
export type OrderStatus = (typeof orderStatuses)[number];

export const requestStatuses = ['open', 'approved', 'refused', 'ordered', 'closed'] as const;
export type RequestStatus = (typeof requestStatuses)[number];
