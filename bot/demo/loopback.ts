import { Server } from 'node:net';

// Loaded into the Agents Playground before its own code: it would listen on every address of the machine, where
// the whole network could act in it, and it has no setting against that.
const listen = Server.prototype.listen;
Object.defineProperty(Server.prototype, 'listen', {
  value(this: Server, port: unknown, ...rest: unknown[]) {
    return Reflect.apply(listen, this, [port, '127.0.0.1', ...rest]);
  },
});
