import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';

/**
 * The columns of an entity as a SELECT list with the names its properties have: `i.base_unit AS baseUnit, ...`.
 * Raw rows read so have the shape of the entity at the driver's own speed.
 */
export function columnsOf(manager: EntityManager, entity: EntityTarget<ObjectLiteral>, alias: string): string {
  const { columns } = manager.connection.getMetadata(entity);
  return columns.map(({ databaseName, propertyName }) => `${alias}."${databaseName}" AS "${propertyName}"`).join(', ');
}
