import type { Server } from 'restify';

// Teams waits fifteen seconds for an answer; whatever takes longer is of no use to anybody.
const GRACE = 15_000;

/** Lets requests under way finish; one that dawdles is cut off. Without a server there is nothing to do. */
export async function closeServer(server: Server | undefined): Promise<void> {
  if (!server) return;
  const cut = setTimeout(() => server.server.closeAllConnections(), GRACE);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearTimeout(cut);
}
