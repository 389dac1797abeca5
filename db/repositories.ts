import type { EntityManager } from 'typeorm';
import { AttachmentsRepository } from './attachments/attachments.repository.ts';
import { AuditRepository } from './audit/audit.repository.ts';
import { ChainRepository } from './change-log/chain.repository.ts';
import { AccountsRepository } from './accounts/accounts.repository.ts';
import { CaptureRepository } from './capture/capture.repository.ts';
import { ChangeLogRepository } from './change-log/change-log.repository.ts';
import { ContentRepository } from './content/content.repository.ts';
import { PeopleRepository } from './people/people.repository.ts';
import { PracticeRepository } from './practice/practice.repository.ts';
import { PublicationRepository } from './rostering/publication.repository.ts';
import { RosteringRepository } from './rostering/rostering.repository.ts';
import { CatalogueRepository } from './supplies/catalogue.repository.ts';
import { CountRepository } from './supplies/count.repository.ts';
import { OrderRepository } from './supplies/order.repository.ts';
import { StockRepository } from './supplies/stock.repository.ts';

/** What a unit of work reads and writes with. */
export interface Repositories {
  readonly practice: PracticeRepository;
  readonly people: PeopleRepository;
  readonly rostering: RosteringRepository;
  readonly publications: PublicationRepository;
  readonly catalogue: CatalogueRepository;
  readonly stock: StockRepository;
  readonly counts: CountRepository;
  readonly orders: OrderRepository;
  readonly content: ContentRepository;
  readonly attachments: AttachmentsRepository;
  readonly capture: CaptureRepository;
  readonly accounts: AccountsRepository;
  readonly changeLog: ChangeLogRepository;
  readonly audit: AuditRepository;
  readonly chain: ChainRepository;
}

/** The repositories bound to one transaction. */
export function repositoriesOf(manager: EntityManager): Repositories {
  return {
    practice: new PracticeRepository(manager),
    people: new PeopleRepository(manager),
    rostering: new RosteringRepository(manager),
    publications: new PublicationRepository(manager),
    catalogue: new CatalogueRepository(manager),
    stock: new StockRepository(manager),
    counts: new CountRepository(manager),
    orders: new OrderRepository(manager),
    content: new ContentRepository(manager),
    attachments: new AttachmentsRepository(manager),
    capture: new CaptureRepository(manager),
    accounts: new AccountsRepository(manager),
    changeLog: new ChangeLogRepository(manager),
    audit: new AuditRepository(manager),
    chain: new ChainRepository(manager),
  };
}
