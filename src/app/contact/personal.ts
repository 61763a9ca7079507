/** The partition of what one person keeps for himself in an organization: favorites, how lists are shown. */
export function personalPartition(organization: string, personId: string): string {
  return `${organization}/personal/${personId}`;
}
