// What automerge-repo keeps for peers who gossip of others' heads: here all talk to one server, and nobody gossips.

export class RemoteHeadsSubscriptions {
  /** Whoever leaves had asked for nothing. */
  removePeer(): void {
    return;
  }
}
